import { createViolation, type RuleViolation } from '../rule-violation.ts';

/**
 * Checks requirement 10: no request leads to a 5xx status code.
 *
 * @param status the HTTP status code of any response
 */
export function checkNoServerError(status: number): RuleViolation[] {
  if (status < 500 || status > 599) return [];
  return [createViolation('server-error', '', { status }, `The status code is ${status}. Expected no 5xx.`)];
}
