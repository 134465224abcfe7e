import { ruleCodes } from '@giftoin/rules';
import type { RecordedViolation } from '../engine/recorder.ts';
import type { Exchange } from '../model/exchange.ts';
import { normalizePath } from './violation-identity.ts';

/** The codes of a response whose JSON cannot be read, so that nothing in it is as expected. */
const unreadable: ReadonlySet<string> = new Set([
  'body-not-json',
  'body-empty',
  'body-not-utf-8',
  'content-encoding-unknown',
  'content-encoding-mismatch',
]);

/** The requirements that an error does not have to meet, but the success that is returned instead of it. */
const followsFromSuccess: ReadonlySet<string> = new Set([
  'schema',
  'success',
  '9-json',
  'requested-parameters',
  'response-headers',
]);

/** The violations of one response from which others can follow. */
interface Roots {
  /** Why the body is not the expected error. */
  ofErrorCode?: RecordedViolation;
  /** The values that do not fit the schema, by path. */
  readonly ofValues: Map<string, RecordedViolation>;
}

/**
 * Returns a function that finds the violation from which another one of the same response, or of a response to the same request,
 * follows; undefined if it follows from none.
 */
export function findDerivedViolations(
  violations: readonly RecordedViolation[],
): (violation: RecordedViolation) => RecordedViolation | undefined {
  const byExchange = new Map<Exchange, Roots>();
  // Some checks send a request that leads to an error only to compare the responses.
  const successes = new Map<string, RecordedViolation>();
  for (const violation of violations) {
    const roots = byExchange.get(violation.exchange) ?? { ofValues: new Map() };
    addRoot(roots, violation);
    if (isSuccessInsteadOfError(violation)) successes.set(identifyRequest(violation.exchange), violation);
    byExchange.set(violation.exchange, roots);
  }
  return (violation) => {
    const roots = byExchange.get(violation.exchange);
    // A success instead of an error has another body, other headers, and no document.
    const mayFollow = followsFromSuccess.has(violation.requirement) && !violation.code.startsWith('api-key-in-');
    const success = mayFollow ? successes.get(identifyRequest(violation.exchange)) : undefined;
    const root = success ?? (roots && findRoot(roots, violation));
    return root === violation ? undefined : root;
  };
}

function addRoot(roots: Roots, violation: RecordedViolation): void {
  const { requirement, code, path } = violation;
  const place = normalizePath(path);
  if (requirement === 'schema') {
    if (path !== '' && code !== 'required' && !roots.ofValues.has(place)) roots.ofValues.set(place, violation);
    if (/^(status(\.errorCode)?)?$/.test(path)) roots.ofErrorCode ??= violation;
  }
  if (unreadable.has(code) || code === 'error-code-mismatch') roots.ofErrorCode ??= violation;
}

function findRoot(roots: Roots, derived: RecordedViolation): RecordedViolation | undefined {
  const { requirement, code, path } = derived;
  // The error code is not the expected one, because the body is no error, or is one with another code.
  if (code === 'unexpected-status' && hasExpectedStatus(derived)) return roots.ofErrorCode;
  // A value that does not fit can violate several keywords, for example those of the branches of an anyOf.
  if (requirement === 'schema' && code !== 'required') return roots.ofValues.get(normalizePath(path));
  // A rule assumes that a value has its type.
  return code in ruleCodes && path !== '' ? roots.ofValues.get(normalizePath(path)) : undefined;
}

function isSuccessInsteadOfError({ code, values }: RecordedViolation): boolean {
  const expectsError = [values?.expectedStatus].flat().every((status) => Number(status) >= 400);
  return code === 'unexpected-status' && expectsError && Number(values?.status) < 400;
}

const requestIds = new WeakMap<Exchange, string>();

function identifyRequest(exchange: Exchange): string {
  const { operation, target, request } = exchange;
  const keys = request.keys?.map(([header, { value }]) => [header, value]);
  const id = requestIds.get(exchange) ?? JSON.stringify([operation.operationId, target, keys]);
  requestIds.set(exchange, id);
  return id;
}

/** Whether only the error code is not the expected one. */
export function hasExpectedStatus({ values }: RecordedViolation): boolean {
  return [values?.expectedStatus].flat().includes(values?.status);
}
