import { createGiftoinClient, type GiftoinClientOptions } from '@giftoin/client';
import { fakeFetch, fixtures } from '@giftoin/client/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { user } from './user.ts';

const apiKey = 'secret/of the=tests';
const failure = new Error(`the logger failed with ${apiKey}`);
const failing: Record<string, (...values: unknown[]) => never> = {
  'throws an error': () => {
    throw failure;
  },
  'throws a string': () => {
    throw failure.message;
  },
  rejects: async () => {
    throw failure;
  },
  'rejects later': async () => {
    await new Promise((resolve) => setTimeout(resolve, 1));
    throw failure;
  },
  'returns a thenable that rejects': () =>
    // biome-ignore lint/suspicious/noThenProperty: a thenable on purpose
    ({ then: (_: unknown, reject: (reason: unknown) => void) => reject(failure) }),
} as never;

const logged: string[] = [];
const unhandled: unknown[] = [];
const collect = (reason: unknown) => unhandled.push(reason);

beforeEach(() => {
  logged.length = 0;
  unhandled.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...values) => logged.push(values.map(String).join(' ')));
  process.on('unhandledRejection', collect);
});
afterEach(() => {
  vi.restoreAllMocks();
  process.off('unhandledRejection', collect);
});

/** Runs a call with two attempts, and returns its value after all timers of hooks have fired. */
async function call(options: GiftoinClientOptions, body: unknown = fixtures.listCollectionChallengeProgress.claimed) {
  const fetch = fakeFetch({ status: 503, headers: { 'retry-after': '0' } }, { body });
  const result = await createGiftoinClient({ apiKey, fetch, ...options }).safe.listCollectionChallengeProgress(user);
  await new Promise((resolve) => setTimeout(resolve, 20));
  return result;
}

describe.each(Object.entries(failing))('a hook that %s does not change the outcome, and is reported', (_, hook) => {
  test('onRetry', async () => {
    expect(await call({ onRetry: hook })).toMatchObject({ ok: true });
    expect(unhandled).toEqual([]);
    expect(logged).toEqual([
      expect.stringMatching(/^giftoin-client: onRetry failed: .*the logger failed with \[API key\]/s),
    ]);
  });

  test('onWarning', async () => {
    expect(await call({ onWarning: hook, responseValidation: 'warn' }, [1])).toEqual({ ok: true, value: [1] });
    expect(unhandled).toEqual([]);
    expect(logged).toEqual([expect.stringMatching(/^giftoin-client: onWarning failed: .*\[API key\]/s)]);
  });

  test('a rule', async () => {
    const rules = { listCollectionChallengeProgress: hook };
    expect(await call({ rules })).toMatchObject({ ok: true });
    expect(unhandled).toEqual([]);
    expect(logged[0]).toMatch(/^giftoin-client: rules\.listCollectionChallengeProgress failed: /);
    expect(logged.join()).not.toContain(apiKey);
  });
});

test.each([
  ['undefined', undefined],
  ['a promise', Promise.resolve([])],
  ['a string', 'wrong'],
  ['an object', {}],
  ['a list of null', [null]],
])('reports a rule that returns %s', async (_, result) => {
  const rules = { listCollectionChallengeProgress: () => result } as never;
  expect(await call({ rules })).toMatchObject({ ok: true });
  expect(logged).toEqual([expect.stringMatching(/^giftoin-client: rules\.listCollectionChallengeProgress failed: /)]);
});

test('reports nothing if the hooks succeed', async () => {
  const retried: number[] = [];
  const onRetry = (_: unknown, delay: number) => void retried.push(delay);
  expect(await call({ onRetry, rules: { listCollectionChallengeProgress: () => [] } })).toMatchObject({ ok: true });
  expect([retried.length, logged]).toEqual([1, []]);
});
