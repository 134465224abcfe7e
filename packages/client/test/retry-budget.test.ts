import { createGiftoinClient } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { user } from './user.ts';

const apiKey = 'test-api-key';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

test('sends 220 requests for 200 calls to a server that fails, at once or one after another', async () => {
  for (const isParallel of [true, false]) {
    const fetch = fakeFetch({ status: 503 });
    const giftoin = createGiftoinClient({ apiKey, fetch });
    const calls = async () => {
      const all: Promise<unknown>[] = [];
      for (let count = 0; count < 200; count += 1) {
        const call = giftoin.safe.listCollectionChallengeProgress(user);
        all.push(call);
        if (!isParallel) await call;
      }
      await Promise.all(all);
    };
    await Promise.all([calls(), runTimers(calls)]);
    expect(fetch.requests).toHaveLength(220);
  }

  async function runTimers(_: unknown) {
    for (let round = 0; round < 1000; round += 1) await vi.advanceTimersByTimeAsync(1000);
  }
});

test('refills the budget with every successful call', async () => {
  const failure = { status: 503, headers: { 'retry-after': '0' } };
  // Every call fails once and then succeeds.
  const fetch = fakeFetch(...Array.from({ length: 100 }, () => [failure, 'emptyList' as const]).flat());
  const giftoin = createGiftoinClient({ apiKey, fetch, retryBudget: 1 });
  const calls = async () => {
    for (let count = 0; count < 100; count += 1) await giftoin.listCollectionChallengeProgress(user);
    return 'done';
  };
  const done = calls();
  for (let round = 0; round < 200; round += 1) await vi.advanceTimersByTimeAsync(1000);
  expect(await done).toBe('done');
  expect(fetch.requests).toHaveLength(200);
});

test.each([
  [{ retryBudget: 0 }, 1],
  [{ retryBudget: 1 }, 2],
  [{ retries: 30 }, 31],
])('with %j, sends %i requests for one call to a server that fails', async (options, requests) => {
  const fetch = fakeFetch({ status: 503, headers: { 'retry-after': '0' } });
  const giftoin = createGiftoinClient({ apiKey, fetch, timeout: 10_000_000, ...options });
  const call = giftoin.safe.listCollectionChallengeProgress(user);
  for (let round = 0; round < 100; round += 1) await vi.advanceTimersByTimeAsync(10_000);
  expect(await call).toMatchObject({ ok: false, error: { status: 503, attempts: requests } });
  expect(fetch.requests).toHaveLength(requests);
});

test('throws for an invalid budget', () => {
  expect(() => createGiftoinClient({ apiKey, retryBudget: -1 })).toThrow(
    'retryBudget is -1. It must be an integer from 0 to 9007199254740991.',
  );
});
