import { expect, test } from 'vitest';
import { checkNoServerError } from '../src/index.ts';

test.each([200, 204, 302, 400, 404, 429, 499, 600])('the status %i is not that of a server that failed', (status) => {
  expect(checkNoServerError(status)).toEqual([]);
});

test.each([500, 503, 599])('the status %i is found', (status) => {
  expect(checkNoServerError(status)).toEqual([
    { rule: '10-no-server-error', path: '', sentence: `The status is ${status}, expected no 5xx.` },
  ]);
});
