import { getEventListeners } from 'node:events';
import { createGiftoinClient } from '@giftoin/client';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const never = () => undefined;

describe('aborts a call with the reason of its signal', () => {
  const reason = { why: 'the user left' };

  test('before it starts, and sends no request', async () => {
    await using server = await startServer((_, response) => send(response, 200, []));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    const error = await catchError(
      giftoin.listCollectionChallengeProgress(user, { signal: AbortSignal.abort(reason) }),
    );
    expect(error).toMatchObject({ kind: 'aborted', attempts: 0, cause: reason });
    expect(server.requests).toHaveLength(0);
  });

  test('while the server has not responded, and closes the connection', async () => {
    const controller = new AbortController();
    let cut: (value: unknown) => void = never;
    const closed = new Promise((resolve) => {
      cut = resolve;
    });
    await using server = await startServer((request) => {
      request.socket.on('close', cut);
      controller.abort(reason);
    });
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    const error = await catchError(giftoin.listCollectionChallengeProgress(user, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'aborted', attempts: 1 });
    expect((error as Error).cause).toBe(reason);
    await closed;
  });

  test('during a backoff', async () => {
    await using server = await startServer((_, response) => send(response, 503, '', { 'retry-after': '20' }));
    const controller = new AbortController();
    const onRetry = () => setTimeout(() => controller.abort(reason), 5);
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, onRetry });
    const error = await catchError(giftoin.listCollectionChallengeProgress(user, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'aborted', attempts: 1, cause: reason });
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});

test('adds one listener for 3,000 calls with the same signal, removes it, and causes no warning', async () => {
  const warnings: Error[] = [];
  const collect = (warning: Error) => warnings.push(warning);
  process.on('warning', collect);
  try {
    await using server = await startServer((_, response) => send(response, 200, []));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    const { signal } = new AbortController();
    for (let round = 0; round < 30; round += 1) {
      const calls = Array.from({ length: 100 }, () => giftoin.listCollectionChallengeProgress(user, { signal }));
      // Node.js 20 warns about more than ten at a time.
      expect(getEventListeners(signal, 'abort')).toHaveLength(1);
      await Promise.all(calls);
    }
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings).toEqual([]);
  } finally {
    process.off('warning', collect);
  }
});
