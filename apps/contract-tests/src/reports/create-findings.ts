import type { Redact } from '@giftoin/protocol';
import type { RecordedViolation, Recorder } from '../engine/recorder.ts';
import type { Finding } from '../model/contract-report.ts';
import type { Exchange } from '../model/exchange.ts';
import { requirements } from '../model/requirements.ts';
import { listSentKeys, type ServerUnderTest } from '../model/server-under-test.ts';
import { findOnlyCause } from './find-only-cause.ts';
import { findSharedCauses, type SharedCause } from './find-shared-causes.ts';
import { formatCurlCommand, type ReportedRequestServer } from './format-curl-command.ts';
import { createViolationIdentity, formatFingerprint } from './violation-identity.ts';

/** What a report must know about a server. */
type ReportedServer = ReportedRequestServer & Pick<ServerUnderTest, 'redactors'>;

const maximumExcerptLength = 300;
const maximumOtherRequests = 3;

interface Group {
  shared?: SharedCause | undefined;
  head?: RecordedViolation;
  readonly violations: RecordedViolation[];
}

/** What a run has recorded. */
type Recorded = Pick<Recorder, 'violations'> &
  Partial<Pick<Recorder, 'excludedCauses' | 'returnedStatuses'>> & {
    /** Returns how many responses have a violation, if not all of them were kept. */
    readonly countTimes?: (violation: RecordedViolation) => number;
  };

/** Groups violations by cause. No finding contains a key. */
export function createFindings(server: ReportedServer, recorded: Recorded): Finding[] {
  const groups = new Map<string, Group>();
  const findSharedCause = findSharedCauses(recorded, server.usualHeader);
  for (const violation of recorded.violations) {
    const shared = findSharedCause(violation);
    const id = shared?.id ?? createViolationIdentity(violation);
    const group = groups.get(id) ?? { violations: [] };
    group.violations.push(violation);
    // The violation that is the cause comes before those that follow from it.
    if (!shared?.isDerived) group.head ??= violation;
    group.shared ??= shared;
    groups.set(id, group);
  }
  return [...groups.values()].map(({ head, shared, violations }) => {
    const sorted = head ? [head, ...violations.filter((violation) => violation !== head)] : violations;
    const likelyCause = shared?.description ?? findOnlyCause(violations, recorded.excludedCauses ?? new Map());
    return createFinding(
      server,
      { fingerprint: shared?.fingerprint, likelyCause, violations: sorted },
      recorded.countTimes,
    );
  });
}

interface DescribedGroup {
  readonly fingerprint: string | undefined;
  readonly likelyCause: string | undefined;
  readonly violations: readonly RecordedViolation[];
}

function createFinding(
  server: ReportedServer,
  { fingerprint, violations, likelyCause }: DescribedGroup,
  countTimes?: (violation: RecordedViolation) => number,
): Finding {
  const [head] = violations as [RecordedViolation];
  const { exchange, requirement, code, path, message, expected } = head;
  const redact = createExchangeRedactor(server, exchange);
  const exchanges = [...new Set(violations.map((violation) => violation.exchange))];
  const [request = '', ...others] = new Set(
    exchanges.map((each) => formatCurlCommand(server, each, createExchangeRedactor(server, each))),
  );
  return {
    requirement: { id: requirement, text: requirements[requirement] },
    code,
    fingerprint: redact(fingerprint ?? formatFingerprint(head)),
    path: redact(path),
    message: redact(message),
    request,
    received: summarizeResponse(exchange, redact),
    expected: redact(expected),
    ...(likelyCause !== undefined && { likelyCause: redact(likelyCause) }),
    otherRequests: others.slice(0, maximumOtherRequests),
    times: countTimes?.(head) ?? exchanges.length,
    checks: [...new Set(violations.map(({ checkId }) => checkId))],
  };
}

/** Redacts the keys of the run, and those of the request. */
function createExchangeRedactor(server: ReportedServer, exchange: Exchange): Redact {
  return server.redactors.forReport(listSentKeys(server, exchange));
}

function summarizeResponse({ response, failure }: Exchange, redact: Redact): string {
  if (!response) return redact(`no complete response: ${failure}`);
  const { status, headers, body, json, fullLength = body.length } = response;
  const text = redact((json === undefined ? body.toString() : JSON.stringify(json)).replaceAll(/\s+/g, ' '));
  const rest = text.length > maximumExcerptLength ? ` … (${fullLength} bytes)` : '';
  const named = ['location', 'retry-after'].flatMap((name) => (headers[name] ? [`${name}: ${headers[name]}`] : []));
  const type = headers['content-type']?.join(', ') ?? 'no content type';
  return [
    redact([`${status} ${type}`, ...named].join('; ')),
    text.slice(0, maximumExcerptLength) + rest || 'an empty body',
  ].join('; ');
}
