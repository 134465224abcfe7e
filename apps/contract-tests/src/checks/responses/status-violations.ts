import { checkNoServerError } from '@giftoin/rules';
import type { CompleteExchange } from '../../model/exchange.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../../model/suite-violation.ts';

export function findServerErrorViolations(server: ServerUnderTest, { response }: CompleteExchange): SuiteViolation[] {
  return checkNoServerError(response.status).map((violation) =>
    createViolation(server, { ...violation, expected: 'a status code below 500 for any request' }),
  );
}

export function findSuccessViolations(
  server: ServerUnderTest,
  { response: { status } }: CompleteExchange,
): SuiteViolation[] {
  if (status === 200) return [];
  return [
    createViolation(server, {
      requirement: 'success',
      code: 'status-not-200-or-error',
      path: '',
      values: { status },
      message: `The status code is ${status}. Expected 200 or an error.`,
      expected: '200',
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
