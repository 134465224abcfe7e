import { findResponse, isSuccess } from '@giftoin/openapi';
import { checkNoServerError } from '@giftoin/rules';
import type { CompleteExchange } from '../../model/exchange.ts';
import { listSuccesses } from '../../model/operations.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../../model/suite-violation.ts';

export function findServerErrorViolations(server: ServerUnderTest, { response }: CompleteExchange): SuiteViolation[] {
  return checkNoServerError(response.status).map((violation) =>
    createViolation(server, { ...violation, expected: 'a status code below 500 for any request' }),
  );
}

export function findSuccessViolations(
  server: ServerUnderTest,
  { operation, response: { status } }: CompleteExchange,
): SuiteViolation[] {
  if (operation.responses.some((response) => response.status === status)) return [];
  if (isSuccess({ status }) && findResponse(operation, status)) return [];
  const expected = listSuccesses(operation).join(' or ');
  return [
    createViolation(server, {
      requirement: 'success',
      code: 'status-not-documented',
      path: '',
      values: { status },
      message: `The status code is ${status}. Expected ${expected} or an error.`,
      expected,
    }),
  ];
}

export function findRetryAfterViolations(
  server: ServerUnderTest,
  { response: { headers } }: CompleteExchange,
): SuiteViolation[] {
  const actual = headers['retry-after']?.join(', ');
  if (actual !== undefined && /^\d+$/.test(actual)) return [];
  return [
    createViolation(server, {
      requirement: 'retry-after',
      code: actual === undefined ? 'retry-after-missing' : 'retry-after-not-seconds',
      path: '',
      values: { actual },
      message: `The Retry-After header is ${actual === undefined ? 'absent' : JSON.stringify(actual)}. Expected whole seconds.`,
      expected: 'a Retry-After header, for example 30',
    }),
  ];
}

/** Finds a body in a response that has none by the document. */
export function findBodyViolations(
  server: ServerUnderTest,
  { response: { status, headers, body } }: CompleteExchange,
): SuiteViolation[] {
  // Parsers ignore the body of a 204, but not what announces it.
  const length = Math.max(body.length, Number(headers['content-length']?.[0] ?? 0));
  if (length === 0 && (status !== 204 || headers['transfer-encoding'] === undefined)) return [];
  return [
    createViolation(server, {
      requirement: 'schema',
      code: 'body-not-expected',
      path: '',
      values: { status },
      message: `The ${status} response has a body. Expected none.`,
      expected: `a ${status} response without a body`,
    }),
  ];
}
