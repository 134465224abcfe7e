import { createGiftoinClient } from '@giftoin/client';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const never = () => undefined;

test('retries an attempt that exceeds attemptTimeout', async () => {
  await using server = await startServer((_, response, count) => (count === 1 ? never() : send(response, 200, [])));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, attemptTimeout: 40 });
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(server.requests).toHaveLength(2);
});

test.each([
  [{ attemptTimeout: 30, retries: 0 }, 'No complete response was received within 30 ms (attemptTimeout).'],
  [{ timeout: 30 }, 'No complete response was received within 30 ms (timeout).'],
])('throws a timeout error if the server never responds, with %j', async (options, message) => {
  await using server = await startServer(never);
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, ...options });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'timeout',
    status: undefined,
    attempts: 1,
    message,
  });
});

test('throws a timeout error for a body that never ends, and for a fetch that ignores its signal', async () => {
  await using server = await startServer((_, response) => response.writeHead(200).write('['));
  const slow = createGiftoinClient({ apiKey, baseUrl: server.url, timeout: 40 });
  expect(await catchError(slow.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'timeout' });
  const unresponsive = createGiftoinClient({ apiKey, fetch: () => new Promise(never), timeout: 40 });
  expect(await catchError(unresponsive.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'timeout' });
});

test('limits all attempts and backoffs by the timeout', async () => {
  await using server = await startServer((_, response) => send(response, 503, ''));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, timeout: 300, retries: 100 });
  const start = performance.now();
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ status: 503 });
  expect(performance.now() - start).toBeLessThan(1000);
});
