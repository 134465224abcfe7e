import { ruleCodes } from '@giftoin/rules';
import type { RecordedViolation } from '../engine/recorder.ts';
import type { Exchange } from '../model/exchange.ts';
import { createViolationIdentity } from './violation-identity.ts';

/** The codes of a response whose JSON cannot be read, so that nothing in it is as expected. */
const unreadable: ReadonlySet<string> = new Set([
  'body-not-json',
  'body-empty',
  'body-not-utf-8',
  'content-encoding-unknown',
  'content-encoding-mismatch',
]);

/**
 * Returns a function that finds the identity of the violation from which another one of the same response follows; undefined if it
 * follows from none.
 */
export function findDerivedViolations(
  violations: readonly RecordedViolation[],
): (violation: RecordedViolation) => string | undefined {
  const byExchange = new Map<Exchange, RecordedViolation[]>();
  for (const violation of violations) {
    const { requirement, code } = violation;
    const isRoot = requirement === 'schema' || unreadable.has(code) || code === 'error-code-mismatch';
    if (!isRoot && code !== 'unexpected-status') continue;
    byExchange.set(violation.exchange, [...(byExchange.get(violation.exchange) ?? []), violation]);
  }
  return (violation) => {
    const root = byExchange.get(violation.exchange)?.find((other) => other !== violation && isRootOf(other, violation));
    return root && createViolationIdentity(root);
  };
}

function isRootOf(root: RecordedViolation, derived: RecordedViolation): boolean {
  // The error code is not the expected one, because the body is no error, or is one with another code.
  if (derived.code === 'unexpected-status' && hasExpectedStatus(derived)) {
    if (unreadable.has(root.code) || root.code === 'error-code-mismatch') return true;
    return root.requirement === 'schema' && /^(status(\.errorCode)?)?$/.test(root.path);
  }
  // A success instead of an error has the body of another operation.
  if (derived.requirement === 'schema' && derived.path === '') {
    return root.code === 'unexpected-status' && !hasExpectedStatus(root) && Number(root.values?.status) < 400;
  }
  // A rule assumes that a value has its type.
  return derived.code in ruleCodes && root.requirement === 'schema' && root.path !== '' && root.path === derived.path;
}

/** Whether only the error code is not the expected one. */
export function hasExpectedStatus({ values }: RecordedViolation): boolean {
  return [values?.expectedStatus].flat().includes(values?.status);
}
