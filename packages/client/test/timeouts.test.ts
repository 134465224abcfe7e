import { createGiftoinClient, type GiftoinError, TimeoutError } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { expect, test, vi } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const never = () => undefined;

test('retries an attempt that exceeds attemptTimeout', async () => {
  const retried: string[] = [];
  const onRetry = (error: GiftoinError) => retried.push(error.kind);
  const fetch = fakeFetch({ delay: 60_000 }, 'emptyList');
  const giftoin = createGiftoinClient({ apiKey, fetch, attemptTimeout: 40, onRetry });
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(fetch.requests).toHaveLength(2);
  expect(retried).toEqual(['timeout']);
});

test('retries until a server that did not respond at first responds', async () => {
  await using server = await startServer((_, response, count) => (count === 1 ? never() : send(response, 200, [])));
  const retried: string[] = [];
  const onRetry = (error: GiftoinError) => retried.push(error.kind);
  // A slow machine can exceed the timeout more than once.
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, attemptTimeout: 200, retries: 100, onRetry });
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(server.requests.length).toBeGreaterThan(1);
  expect(retried[0]).toBe('timeout');
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
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  try {
    const fetch = fakeFetch({ status: 503, body: '' });
    const giftoin = createGiftoinClient({ apiKey, fetch, timeout: 300, retries: 100 });
    const start = performance.now();
    const failure = catchError(giftoin.listCollectionChallengeProgress(user));
    await vi.runAllTimersAsync();
    expect(await failure).toMatchObject({ status: 503, attempts: fetch.requests.length });
    expect(performance.now() - start).toBeLessThan(300);
  } finally {
    vi.useRealTimers();
  }
});

test('throws the error of the last attempt, or a timeout error if the deadline interrupts it', async () => {
  await using server = await startServer((_, response) => send(response, 503, ''));
  const backoffs: number[] = [];
  const onRetry = (_: GiftoinError, backoff: number) => backoffs.push(backoff);
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, timeout: 300, retries: 100, onRetry });
  const error = await catchError(giftoin.listCollectionChallengeProgress(user));
  expect(['status 503', 'timeout']).toContain(
    error instanceof TimeoutError ? 'timeout' : `status ${(error as GiftoinError).status}`,
  );
  expect(error).toMatchObject({ attempts: backoffs.length + 1 });
  // A timer can fire 1 ms too early.
  expect(backoffs.reduce((sum, backoff) => sum + backoff - 1, 0)).toBeLessThan(300);
});
