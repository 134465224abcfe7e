import { expect, test } from 'vitest';
import { checkNoServerError } from '../src/index.ts';

test.each([200, 204, 302, 400, 404, 429, 499, 600])('accepts the status code %i', (status) => {
  expect(checkNoServerError(status)).toEqual([]);
});

test.each([500, 503, 599])('finds the status code %i', (status) => {
  expect(checkNoServerError(status)).toEqual([
    {
      code: 'server-error',
      requirement: '10-no-server-error',
      path: '',
      values: { status },
      message: `The status code is ${status}. Expected no 5xx.`,
    },
  ]);
});
