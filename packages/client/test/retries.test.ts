import { createGiftoinClient, type GiftoinError } from '@giftoin/client';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';

test.each([408, 425, 429, 500, 502, 503, 504])('retries after status %i', async (status) => {
  await using server = await startServer((_, response, count) =>
    count === 1 ? send(response, status, '', { 'retry-after': '0' }) : send(response, 200, []),
  );
  const retried: [number | undefined, number][] = [];
  const onRetry = (error: GiftoinError, delay: number) => retried.push([error.status, delay]);
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, onRetry });
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(server.requests).toHaveLength(2);
  expect(retried).toEqual([[status, expect.any(Number)]]);
});

test.each([400, 401, 402, 403, 404, 204, 501])('does not retry after status %i', async (status) => {
  await using server = await startServer((_, response) => response.writeHead(status).end());
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ status, attempts: 1 });
  expect(server.requests).toHaveLength(1);
});

test('retries if the connection closes before or during the response', async () => {
  await using server = await startServer((request, response, count) => {
    if (count === 1) return request.socket.destroy();
    if (count === 3) return send(response, 200, []);
    response.writeHead(200, { 'content-length': '100' }).write('[');
    return setTimeout(() => request.socket.destroy(), 5);
  });
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(server.requests).toHaveLength(3);
});

test('throws the error of the last attempt, with the number of attempts', async () => {
  await using server = await startServer((_, response) => send(response, 503, ''));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 5 });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user, { retries: 1 }))).toMatchObject({
    kind: 'unexpectedStatus',
    attempts: 2,
  });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user, { retries: 0 }))).toMatchObject({
    attempts: 1,
  });
  expect(server.requests).toHaveLength(3);
});

test('waits for a random time below a maximum that doubles', async () => {
  await using server = await startServer((_, response) => send(response, 503, ''));
  const delays: number[] = [];
  const onRetry = (error: GiftoinError, delay: number) => delays.push(delay / 2 ** error.attempts);
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 1, onRetry });
  await Promise.all(Array.from({ length: 40 }, () => catchError(giftoin.listCollectionChallengeProgress(user))));
  expect(Math.max(...delays)).toBeLessThan(251);
  expect(Math.max(...delays) - Math.min(...delays)).toBeGreaterThan(100);
});
