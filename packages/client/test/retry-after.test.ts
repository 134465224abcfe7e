import { createGiftoinClient, type GiftoinError } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { describe, expect, test, vi } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';

describe('Retry-After', () => {
  test('is the minimum of the backoff', async () => {
    await using server = await startServer((_, response, count) =>
      count === 1 ? send(response, 429, '', { 'retry-after': '1' }) : send(response, 200, []),
    );
    await createGiftoinClient({ apiKey, baseUrl: server.url }).listCollectionChallengeProgress(user);
    const [first = 0, second = 0] = server.times;
    expect(second - first).toBeGreaterThanOrEqual(1000);
  });

  test.each([
    ['90', 90_000],
    ['Sun, 06 Nov 2094 08:50:37 GMT', 60_000],
    ['Sun Nov  6 08:50:37 2094', 60_000],
    ['Fri Nov  6 08:50:37 1994', 0],
    ['Sunday, 06-Nov-94 08:49:37 GMT', 0],
    ['1.5', 2_000],
    ['3, 1', 3_000],
    ['2094-11-06T08:50:37Z', 60_000],
    ['soon', 30_000],
    ['', undefined],
  ])('%j is %s ms, relative to the Date header', async (value, retryAfter) => {
    await using server = await startServer((_, response) =>
      send(response, 429, '', { 'retry-after': value, date: 'Sun, 06 Nov 2094 08:49:37 GMT' }),
    );
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 0 });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ status: 429, retryAfter });
  });

  test('is the longest of the values if it is sent twice', async () => {
    await using server = await startServer((_, response) =>
      response
        .writeHead(429, [
          ['retry-after', '60'],
          ['retry-after', '90'],
        ])
        .end(),
    );
    const delays: number[] = [];
    const onRetry = (_: GiftoinError, delay: number) => delays.push(delay);
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, onRetry });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ retryAfter: 90_000 });
    expect([server.requests.length, delays]).toEqual([1, []]);
  });

  test('accepts the date format of RFC 850', async () => {
    const date = 'Sunday, 06-Nov-44 08:50:37 GMT';
    await using server = await startServer((_, response) =>
      send(response, 503, '', { 'retry-after': date, date: 'Sun, 06 Nov 2044 08:49:37 GMT' }),
    );
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 0 });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ retryAfter: 60_000 });
  });

  test('beyond the timeout fails the call without a retry', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const start = performance.now();
      const fetch = fakeFetch({ example: 'rateLimited', headers: { 'retry-after': '31' } });
      const giftoin = createGiftoinClient({ apiKey, fetch });
      expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
        kind: 'tooManyRequests',
        retryAfter: 31_000,
        attempts: 1,
      });
      expect(fetch.requests).toHaveLength(1);
      // The fake clock stands still, so the call fails without waiting for a timer.
      expect(performance.now() - start).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
