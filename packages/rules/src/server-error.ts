import type { Finding } from './finding.ts';

/**
 * Statement 10: no input is answered with a 5xx.
 *
 * @param status the HTTP status of any answer
 */
export function checkNoServerError(status: number): Finding[] {
  if (status < 500 || status > 599) return [];
  return [{ rule: '10-no-server-error', path: '', sentence: `The status is ${status}, expected no 5xx.` }];
}
