import { isSuccess } from '@giftoin/openapi';
import { formatExpectedStatus } from '../checks/expected-status.ts';
import type { RecordedViolation, Recorder } from '../engine/recorder.ts';
import { findDerivedViolations, hasExpectedStatus } from './find-derived-violations.ts';
import { createViolationIdentity } from './violation-identity.ts';

/** A known cause of violations of several checks. */
export interface SharedCause {
  /** Identifies the cause: its violations are one finding. */
  readonly id: string;
  /** The cause as a sentence for people. Undefined if the violations follow from one of them. */
  readonly description?: string;
  /** Whether the violation follows from another one. */
  readonly isDerived?: boolean;
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
  const findReplaced = findReplacedErrors(recorded);
  const find = (violation: RecordedViolation): SharedCause | undefined => {
    const { exchange, comparedWith } = violation;
    const keys = [...(exchange.request.keys ?? []), ...(comparedWith?.keys ?? [])];
    const carrying = keys.filter(([, { value }]) => value.trim() !== '').map(([name]) => name.toLowerCase());
    const ignored = carrying.flatMap((name) => ignoredHeaders.get(name) ?? [])[0];
    if (ignored) return ignored;
    const root = findDerived(violation);
    if (root === undefined) return findReplaced(violation);
    const { id, ...cause } = find(root) ?? { id: createViolationIdentity(root) };
    return { ...cause, id, isDerived: true };
  };
  return find;
}

/** Finds errors that a server never returns, but always something else instead. */
function findReplacedErrors({
  violations,
  returnedStatuses = new Set(),
}: Recorded): (violation: RecordedViolation) => SharedCause | undefined {
  const never = violations.filter(isMissingError).filter((each) => !returnedStatuses.has(formatExpected(each)));
  const byError = Map.groupBy(never, formatExpected);
  const causes = new Map<string, SharedCause>();
  for (const [error, replaced] of byError) {
    const [status = ''] = error.split(' with ', 1);
    // A server that returns no 401 at all does not return those with an error code either.
    const isOfStatus = ![...returnedStatuses].some((each) => each.split(' with ', 1)[0] === status);
    const subject = isOfStatus ? status : error;
    const sameSubject = isOfStatus ? never.filter((each) => formatExpected(each).startsWith(status)) : replaced;
    if (new Set(sameSubject.map(({ exchange }) => exchange)).size < 2) continue;
    const returned = [...new Set(sameSubject.map(formatReturned))].sort();
    const description =
      returned.length === 1
        ? `The server returns ${returned[0]} for every request that should lead to ${subject}.`
        : `The server never returns ${subject}, but ${returned.join(', ')}.`;
    const id = `never ${subject}`;
    causes.set(error, { id, fingerprint: id, description });
  }
  return (violation) => (isMissingError(violation) ? causes.get(formatExpected(violation)) : undefined);
}

/** Whether a request should have led to an error. A 5xx is a violation of its own. */
function isMissingError({ code, values }: RecordedViolation): boolean {
  return code === 'unexpected-status' && [values?.expectedStatus].flat().every((each) => Number(each) >= 400);
}

function formatExpected({ values = {} }: RecordedViolation): string {
  const { expectedStatus, expectedErrorCode } = values;
  const errorCode = expectedErrorCode === undefined ? undefined : Number(expectedErrorCode);
  return formatExpectedStatus({ status: [expectedStatus].flat().map(Number), errorCode });
}

function formatReturned(violation: RecordedViolation): string {
  const { status, errorCode } = violation.values ?? {};
  return hasExpectedStatus(violation) && errorCode !== undefined
    ? `${status} with error code ${errorCode}`
    : `${status}`;
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
    ? `The header ${name} does not reach the server, or the server does not read it. Proxies drop header names with ` +
      'underscores, for example nginx without `underscores_in_headers on`.'
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
