import { createGiftoinClient, type GiftoinError } from '@giftoin/client';
import { describe, expect, test } from 'vitest';
import { failureOf, send, serve, user } from './server.ts';

const apiKey = 'key-of-the-tests';

test.each([408, 425, 429, 500, 502, 503, 504])('%i is tried again', async (status) => {
  await using server = await serve((_, response, count) =>
    count === 1 ? send(response, status, '', { 'retry-after': '0' }) : send(response, 200, []),
  );
  const told: [number | undefined, number][] = [];
  const onRetry = (error: GiftoinError, delay: number) => told.push([error.status, delay]);
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, onRetry });
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(server.requests).toHaveLength(2);
  expect(told).toEqual([[status, expect.any(Number)]]);
});

test.each([400, 401, 402, 403, 404, 204, 501])('%i is not', async (status) => {
  await using server = await serve((_, response) => response.writeHead(status).end());
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ status, attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

test('a connection that is cut, before the answer or in its middle, is tried again', async () => {
  await using server = await serve((request, response, count) => {
    if (count === 1) return request.socket.destroy();
    if (count === 3) return send(response, 200, []);
    response.writeHead(200, { 'content-length': '100' }).write('[');
    return setTimeout(() => request.socket.destroy(), 5);
  });
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(server.requests).toHaveLength(3);
});

test('after the last attempt its error is thrown, with the number of attempts', async () => {
  await using server = await serve((_, response) => send(response, 503, ''));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 5 });
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user, { retries: 1 }))).toMatchObject({
    kind: 'unexpectedStatus',
    attempts: 2,
  });
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user, { retries: 0 }))).toMatchObject({ attempts: 1 });
  expect(server.requests).toHaveLength(3);
});

test('the waits are random, below bounds that double', async () => {
  await using server = await serve((_, response) => send(response, 503, ''));
  const delays: number[] = [];
  const onRetry = (error: GiftoinError, delay: number) => delays.push(delay / 2 ** error.attempts);
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 1, onRetry });
  await Promise.all(Array.from({ length: 40 }, () => failureOf(giftoin.listCollectionChallengeProgress(user))));
  expect(Math.max(...delays)).toBeLessThan(251);
  expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(100);
});

describe('Retry-After', () => {
  test('is never undercut', async () => {
    await using server = await serve((_, response, count) =>
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
    ['1.5', undefined],
    ['soon', undefined],
    ['', undefined],
  ])('%j is %s ms, by the clock of the server', async (value, retryAfter) => {
    await using server = await serve((_, response) =>
      send(response, 429, '', { 'retry-after': value, date: 'Sun, 06 Nov 2094 08:49:37 GMT' }),
    );
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 0 });
    expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ status: 429, retryAfter });
  });

  test('of RFC 850 counts too', async () => {
    const date = 'Sunday, 06-Nov-44 08:50:37 GMT';
    await using server = await serve((_, response) =>
      send(response, 503, '', { 'retry-after': date, date: 'Sun, 06 Nov 2044 08:49:37 GMT' }),
    );
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 0 });
    expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ retryAfter: 60_000 });
  });

  test('that does not fit the time fails the call at once', async () => {
    await using server = await serve((_, response) => send(response, 429, '', { 'retry-after': '31' }));
    const start = performance.now();
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'tooManyRequests',
      retryAfter: 31_000,
      attempts: 1,
    });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
