import { getEventListeners } from 'node:events';
import { BadArgumentError, createGiftoinClient } from '@giftoin/client';
import { describe, expect, test } from 'vitest';
import { failureOf, send, serve, user } from './server.ts';

const apiKey = 'key-of-the-tests';
const never = () => undefined;

test('an attempt has its own time, and one that ran out is repeated', async () => {
  await using server = await serve((_, response, count) => (count === 1 ? never() : send(response, 200, [])));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, attemptTimeout: 40 });
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(server.requests).toHaveLength(2);
});

test.each([
  [{ attemptTimeout: 30, retries: 0 }, 'No complete response was received within 30 ms (attemptTimeout).'],
  [{ timeout: 30 }, 'No complete response was received within 30 ms (timeout).'],
])('with %j a server that never answers is a timeout', async (options, message) => {
  await using server = await serve(never);
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, ...options });
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'timeout',
    status: undefined,
    attempts: 1,
    message,
  });
});

test('a body that never ends is within the time too, and so is a fetch that does not listen to its signal', async () => {
  await using server = await serve((_, response) => response.writeHead(200).write('['));
  const slow = createGiftoinClient({ apiKey, baseUrl: server.url, timeout: 40 });
  expect(await failureOf(slow.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'timeout' });
  const deaf = createGiftoinClient({ apiKey, fetch: () => new Promise(never), timeout: 40 });
  expect(await failureOf(deaf.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'timeout' });
});

test('the time is that of all attempts and waits', async () => {
  await using server = await serve((_, response) => send(response, 503, ''));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, timeout: 300, retries: 100 });
  const start = performance.now();
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ status: 503 });
  expect(performance.now() - start).toBeLessThan(1000);
});

describe('a call ends with the reason of its signal', () => {
  const reason = { why: 'the user left' };

  test('where that is aborted already, and nothing is sent', async () => {
    await using server = await serve((_, response) => send(response, 200, []));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    const error = await failureOf(giftoin.listCollectionChallengeProgress(user, { signal: AbortSignal.abort(reason) }));
    expect(error).toMatchObject({ kind: 'aborted', attempts: 0, cause: reason });
    expect(server.requests).toHaveLength(0);
  });

  test('while the server takes its time, and the connection is cut', async () => {
    const controller = new AbortController();
    let cut: (value: unknown) => void = never;
    const closed = new Promise((resolve) => {
      cut = resolve;
    });
    await using server = await serve((request) => {
      request.socket.on('close', cut);
      controller.abort(reason);
    });
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    const error = await failureOf(giftoin.listCollectionChallengeProgress(user, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'aborted', attempts: 1 });
    expect((error as Error).cause).toBe(reason);
    await closed;
  });

  test('while it waits between two attempts', async () => {
    await using server = await serve((_, response) => send(response, 503, '', { 'retry-after': '20' }));
    const controller = new AbortController();
    const onRetry = () => setTimeout(() => controller.abort(reason), 5);
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, onRetry });
    const error = await failureOf(giftoin.listCollectionChallengeProgress(user, { signal: controller.signal }));
    expect(error).toMatchObject({ kind: 'aborted', attempts: 1, cause: reason });
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
  });
});

test('3,000 calls share a signal, and leave neither a warning nor a listener', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error) => warnings.push(warning);
  process.on('warning', note);
  try {
    await using server = await serve((_, response) => send(response, 200, []));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    const { signal } = new AbortController();
    for (let round = 0; round < 30; round += 1) {
      const calls = Array.from({ length: 100 }, () => giftoin.listCollectionChallengeProgress(user, { signal }));
      // Node.js 20 warns of more than ten at a time.
      expect(getEventListeners(signal, 'abort')).toHaveLength(1);
      await Promise.all(calls);
    }
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    await new Promise((resolve) => setImmediate(resolve));
    expect(warnings).toEqual([]);
  } finally {
    process.off('warning', note);
  }
});

test.each([
  [{ timeout: 0 }, 'timeout is 0. It must be an integer from 1 to 2147483647.'],
  [{ timeout: Number.POSITIVE_INFINITY }, 'timeout is Infinity. It must be an integer from 1 to 2147483647.'],
  [{ attemptTimeout: 1.5 }, 'attemptTimeout is 1.5. It must be an integer from 1 to 2147483647.'],
  [{ retries: -1 }, 'retries is -1. It must be an integer from 0 to 100.'],
  [{ maxBodySize: 0 }, 'maxBodySize is 0. It must be an integer from 1 to 9007199254740991.'],
])('%j is refused, for a client and, where it can be told so, for a call', async (options, message) => {
  expect(() => createGiftoinClient({ apiKey, ...options })).toThrow(new BadArgumentError(message));
  if (!('timeout' in options || 'retries' in options)) return;
  const call = createGiftoinClient({ apiKey }).listCollectionChallengeProgress(user, options);
  expect(await failureOf(call)).toMatchObject({ kind: 'badArgument', message });
});
