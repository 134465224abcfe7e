import { isSuccess } from '@giftoin/openapi';
import { formatExpectedStatus } from '../checks/expected-status.ts';
import type { RecordedViolation, Recorder } from '../engine/recorder.ts';
import type { Exchange } from '../model/exchange.ts';
import { findDerivedViolations, hasExpectedStatus } from './find-derived-violations.ts';

/** A known cause of violations of several checks. */
export interface SharedCause {
  /** Identifies the cause: its violations are one finding. */
  readonly id: string;
  /** The cause as a sentence for people. Undefined if the violations follow from one of them. */
  readonly description?: string;
  /** Identifies the cause in a baseline. Default: the fingerprint of the first violation. */
  readonly fingerprint?: string;
}

/** What a run has recorded. */
type Recorded = Pick<Recorder, 'violations'> & Partial<Pick<Recorder, 'returnedStatuses'>>;

/** Returns a function that finds the shared cause of a violation; undefined if it has none. */
export function findSharedCauses(
  recorded: Recorded,
  usualHeader: string,
): (violation: RecordedViolation) => SharedCause | undefined {
  const { violations } = recorded;
  const ignoredHeaders = findIgnoredHeaders(violations, usualHeader);
  const findDerived = findDerivedViolations(violations);
  const findReplaced = findReplacedStatuses(recorded);
  return (violation) => {
    const { exchange, comparedWith } = violation;
    const keys = [...(exchange.request.keys ?? []), ...(comparedWith?.keys ?? [])];
    const carrying = keys.filter(([, { value }]) => value.trim() !== '').map(([name]) => name.toLowerCase());
    const ignored = carrying.flatMap((name) => ignoredHeaders.get(name) ?? [])[0];
    if (ignored) return ignored;
    const root = findDerived(violation);
    return root === undefined ? findReplaced(violation) : { id: root };
  };
}

/** Finds status codes and error codes that a server never returns, but always another one instead. */
function findReplacedStatuses({
  violations,
  returnedStatuses = new Set(),
}: Recorded): (violation: RecordedViolation) => SharedCause | undefined {
  const exchanges = new Map<string, Set<Exchange>>();
  for (const violation of violations) {
    const replaced = readReplaced(violation, returnedStatuses);
    if (replaced) exchanges.set(replaced.id, (exchanges.get(replaced.id) ?? new Set()).add(violation.exchange));
  }
  return (violation) => {
    const replaced = readReplaced(violation, returnedStatuses);
    return replaced && (exchanges.get(replaced.id)?.size ?? 0) > 1 ? replaced : undefined;
  };
}

function readReplaced(violation: RecordedViolation, returned: ReadonlySet<string>): SharedCause | undefined {
  const { code, values = {} } = violation;
  const { status, errorCode, expectedErrorCode } = values;
  const expectedStatus = [values.expectedStatus].flat().map(Number);
  // A success, or a crash, can have many causes.
  const isRejected = Number(status) >= 400 && Number(status) < 500 && expectedStatus.every((each) => each >= 400);
  if (code !== 'unexpected-status' || !isRejected) return undefined;
  const expected = formatExpectedStatus(expectedStatus);
  if (!hasExpectedStatus(violation)) {
    if (returned.has(expected)) return undefined;
    const description = `The server returns ${status} for every request that should lead to ${expected}.`;
    return {
      id: `status ${status} instead of ${expected}`,
      fingerprint: `status ${status} instead of ${expected}`,
      description,
    };
  }
  const id = `error code ${errorCode} instead of ${expectedErrorCode}`;
  return { id, fingerprint: id };
}

/** Finds the headers in which a valid key counts as missing, by their names in lower case. */
function findIgnoredHeaders(violations: readonly RecordedViolation[], usualHeader: string): Map<string, SharedCause> {
  const spellings = violations.filter(isIgnoredKey).flatMap(({ exchange: { request } }) => {
    const [header] = request.keys?.[0] ?? [];
    return header === undefined ? [] : [header];
  });
  const causes = new Map<string, SharedCause>();
  for (const name of new Set(spellings.map((spelling) => spelling.toLowerCase()))) {
    causes.set(name, describeIgnoredHeader(name, spellings, usualHeader));
  }
  return causes;
}

/** @param spellings the names of the headers in which the key was ignored, as they were sent */
function describeIgnoredHeader(name: string, spellings: readonly string[], usualHeader: string): SharedCause {
  const inOneCase = (description: string) => ({
    id: 'header-case',
    description: `${description}. HTTP header names match in any case.`,
  });
  if (!spellings.includes(name)) return inOneCase('The server reads the names of the key headers only in lower case');
  if (usualHeader !== usualHeader.toLowerCase()) {
    return inOneCase(`The server reads the names of the key headers only in one case, as in ${usualHeader}`);
  }
  if (!spellings.includes(name.toUpperCase())) {
    return inOneCase(`The server reads the name of a key header only in capitals, as in ${name.toUpperCase()}`);
  }
  const description = name.includes('_')
    ? `The header ${name} does not reach the server: a proxy rejects underscores in header names, as nginx does ` +
      'without `underscores_in_headers on`.'
    : `The server does not read the header ${name}.`;
  return { id: `ignored-header: ${name}`, description };
}

/** Whether the valid key alone led to 401. */
function isIgnoredKey({ requirement, code, values }: RecordedViolation): boolean {
  return (
    requirement === 'api-key' &&
    code === 'unexpected-status' &&
    values?.status === 401 &&
    [values.expectedStatus].flat().some((status) => isSuccess({ status: Number(status) }))
  );
}
