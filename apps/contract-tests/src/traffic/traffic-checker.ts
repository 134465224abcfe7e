import type { Operation } from '@giftoin/openapi';
import { findResponseViolations } from '../checks/responses/find-response-violations.ts';
import type { ResponseCheck } from '../checks/responses/response-checks.ts';
import { type Coverage, createCoverage } from '../coverage/create-coverage.ts';
import { recommendedHeader } from '../discovery/discover-server.ts';
import type { RecordedViolation } from '../engine/recorder.ts';
import type { Contract } from '../model/contract.ts';
import type { RecordedExchange, RecordedResponse } from '../model/recorded-exchange.ts';
import { createRedactors } from '../model/redactors.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { parseServerUrl } from '../model/server-url.ts';
import type { FormatMessage } from '../model/suite-violation.ts';
import { createOperationFinder } from './find-recorded-operation.ts';
import { createOriginMatcher, parseOrigin } from './match-origin.ts';
import { listOtherCredentials } from './recorded-keys.ts';
import { createRecordedRedactors } from './recorded-redactor.ts';
import { toCompleteExchange } from './to-complete-exchange.ts';
import { createTrafficCounts, type TrafficCounts } from './traffic-counts.ts';
import { createTrafficRecorder, type TrafficRecorder } from './traffic-recorder.ts';

export interface TrafficCheckerOptions {
  readonly contract: Contract;
  /** The origins to check, each with a base path or without one. */
  readonly origins: readonly string[];
  /** Whether no proxy is in front of the server. */
  readonly isDirect: boolean;
  readonly formatMessage: FormatMessage;
}

/** Checks recorded exchanges, one at a time, with the checks that the suite runs on every response. */
export interface TrafficChecker {
  readonly server: ServerUnderTest;
  readonly counts: TrafficCounts;
  readonly recorder: TrafficRecorder;
  readonly coverage: Coverage;
  /** The operations that an exchange was checked of. */
  readonly operations: ReadonlySet<Operation>;
  /** Returns the violations whose cause no earlier exchange has; undefined if the exchange was not checked. */
  check(exchange: RecordedExchange): CheckedExchange | undefined;
}

export interface CheckedExchange {
  readonly operation: Operation;
  /** How many violations the response has. */
  readonly violations: number;
  readonly added: readonly RecordedViolation[];
}

export function createTrafficChecker(options: TrafficCheckerOptions): TrafficChecker {
  const { contract } = options;
  const server = createRecordedServer(options);
  const matchOrigin = createOriginMatcher(options.origins);
  const findOperation = createOperationFinder(contract.operations);
  const findRedactor = createRecordedRedactors();
  const counts = createTrafficCounts();
  const recorder = createTrafficRecorder();
  const coverage = createCoverage(contract, contract.operations);
  const operations = new Set<Operation>();

  function check({ method, url, requestHeaders, response }: RecordedExchange): CheckedExchange | undefined {
    counts.exchanges += 1;
    const matched = matchOrigin(url);
    if (!matched) return counts.addOtherOrigin(parseOrigin(url) ?? 'a URL that is not absolute');
    const operation = findOperation(method, matched.target.replace(/\?.*$/s, ''));
    if (!operation) return counts.addUnknownRequest(method, matched.target);
    if (!response || response.status < 200) return counts.increment('withoutResponse');
    if (isConditional(response, requestHeaders)) return counts.increment('conditional');

    const exchange = toCompleteExchange(operation, matched, requestHeaders, response);
    const keys = exchange.request.keys?.map(([, key]) => key) ?? [];
    const redact = findRedactor(keys, listOtherCredentials(requestHeaders, matched.target));
    // The examples of a mock can have any time.
    const recorded = requestHeaders.prefer ? { ...server, isMock: true } : server;
    coverage.observe(exchange);
    const checks = findResponseViolations(recorded, exchange, (each) => isPossible(each, response));
    const added = recorder.record(exchange, checks, redact);
    counts.increment('checked');
    if (response.body === 'not-recorded') counts.increment('withoutBody');
    if (response.body === 'too-large') counts.increment('tooLarge');
    operations.add(operation);
    const violations = checks.reduce((sum, { violations }) => sum + violations.length, 0);
    return { operation, violations, added };
  }

  return { server, counts, recorder, coverage, operations, check };
}

/** Whether what was recorded is enough for a check. */
function isPossible({ reads }: ResponseCheck, { headers, body }: RecordedResponse): boolean {
  if (reads === 'headers') return headers !== undefined;
  return reads === 'status' || Buffer.isBuffer(body);
}

/** Whether the response depends on what the client has stored: it is not what the document describes. */
function isConditional(
  { status }: RecordedResponse,
  { 'if-none-match': tags, 'if-modified-since': date, range }: RecordedExchange['requestHeaders'],
): boolean {
  return (status === 304 && (tags ?? date) !== undefined) || (status === 206 && range !== undefined);
}

/** What the checks of a response read of a server that nothing is sent to. */
function createRecordedServer({ contract, origins, isDirect, formatMessage }: TrafficCheckerOptions): ServerUnderTest {
  return {
    contract,
    address: parseServerUrl(origins[0] ?? 'http://127.0.0.1'),
    extraHeaders: [],
    isInsecure: false,
    key: { value: '', placeholder: '' },
    keysFor: new Map(),
    isDirect,
    checksWrites: true,
    seed: 0,
    redactors: createRedactors([], []),
    formatMessage,
    usualHeader: recommendedHeader,
    isMock: false,
    acceptsAnyKey: false,
    isReachable: true,
    knownValues: new Map(),
    requiredParameters: new Map(),
    bodies: new Map(),
    listedIds: new Map(),
  };
}
