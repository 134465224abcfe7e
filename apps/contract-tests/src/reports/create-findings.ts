import type { Redact } from '@giftoin/protocol';
import type { RecordedViolation } from '../engine/recorder.ts';
import type { Finding } from '../model/contract-report.ts';
import type { Exchange } from '../model/exchange.ts';
import { requirements } from '../model/requirements.ts';
import { listSentKeys, type ServerUnderTest } from '../model/server-under-test.ts';
import { findSharedCauses } from './find-shared-causes.ts';
import { formatCurlCommand, type ReportedRequestServer } from './format-curl-command.ts';
import { createViolationIdentity, formatFingerprint } from './violation-identity.ts';

/** What a report must know about a server. */
type ReportedServer = ReportedRequestServer & Pick<ServerUnderTest, 'redactors'>;

const maximumExcerptLength = 300;
const maximumOtherRequests = 3;

interface Group {
  readonly fingerprint: string;
  likelyCause: string | undefined;
  readonly violations: RecordedViolation[];
}

/**
 * Groups violations by cause. No finding contains a key.
 *
 * @param countTimes returns how many responses have a violation, if not all of them were kept
 */
export function createFindings(
  server: ReportedServer,
  violations: readonly RecordedViolation[],
  countTimes?: (violation: RecordedViolation) => number,
): Finding[] {
  const groups = new Map<string, Group>();
  const findSharedCause = findSharedCauses(violations, server.usualHeader);
  for (const violation of violations) {
    const shared = findSharedCause(violation);
    const id = shared?.id ?? createViolationIdentity(violation);
    const group = groups.get(id) ?? {
      fingerprint: shared?.id ?? formatFingerprint(violation),
      likelyCause: shared?.description,
      violations: [],
    };
    group.violations.push(violation);
    // Other requests can have other likely causes.
    if (violation.exchange === group.violations[0]?.exchange) group.likelyCause ??= violation.likelyCause;
    groups.set(id, group);
  }
  return [...groups.values()].map((group) => createFinding(server, group, countTimes));
}

function createFinding(
  server: ReportedServer,
  { fingerprint, violations, likelyCause }: Group,
  countTimes?: (violation: RecordedViolation) => number,
): Finding {
  const [first] = violations as [RecordedViolation];
  const { exchange, requirement, code, path, message, expected } = first;
  const redact = createExchangeRedactor(server, exchange);
  const exchanges = [...new Set(violations.map((violation) => violation.exchange))];
  const [request = '', ...others] = new Set(
    exchanges.map((each) => formatCurlCommand(server, each, createExchangeRedactor(server, each))),
  );
  return {
    requirement: { id: requirement, text: requirements[requirement] },
    code,
    fingerprint: redact(fingerprint),
    path: redact(path),
    message: redact(message),
    request,
    received: summarizeResponse(exchange, redact),
    expected: redact(expected),
    ...(likelyCause !== undefined && { likelyCause: redact(likelyCause) }),
    otherRequests: others.slice(0, maximumOtherRequests),
    times: countTimes?.(first) ?? exchanges.length,
    checks: [...new Set(violations.map(({ checkId }) => checkId))],
  };
}

/** Redacts the keys of the run, and those of the request. */
function createExchangeRedactor(server: ReportedServer, exchange: Exchange): Redact {
  return server.redactors.forReport(listSentKeys(server, exchange));
}

function summarizeResponse({ response, failure }: Exchange, redact: Redact): string {
  if (!response) return `no complete response: ${failure}`;
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
