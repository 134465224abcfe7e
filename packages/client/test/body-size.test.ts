import { gzipSync } from 'node:zlib';
import { createGiftoinClient } from '@giftoin/client';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const megabyte = 1024 * 1024;

test('stops reading an endless body at the limit, closes the connection, and uses little memory', async () => {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let sent = 0;
  let cut: (value?: unknown) => void = () => undefined;
  const closed = new Promise((resolve) => {
    cut = resolve;
  });
  await using server = await startServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.on('close', cut);
    const pour = () => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      sent += chunk.length;
    };
    response.on('drain', pour);
    pour();
  });
  const before = process.memoryUsage().rss;
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, maxBodySize: megabyte });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'tooLarge',
    status: 200,
    attempts: 1,
    message: 'The response body is larger than 1048576 bytes (maxBodySize).',
  });
  await closed;
  expect(sent).toBeLessThan(32 * megabyte);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
});

test('limits the decoded size: stops reading 200 MiB that are compressed to 200 kB', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * megabyte, ' '), { level: 1 });
  await using server = await startServer((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb);
  });
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  const before = process.memoryUsage().rss;
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'tooLarge' });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
});

test('reads a body of exactly the limit, with a character that is split between two chunks', async () => {
  const body = `["${'ö'.repeat(50_000)}"]`;
  await using server = await startServer((_, response) => {
    const bytes = Buffer.from(body);
    response.writeHead(200).write(bytes.subarray(0, 50_001));
    setTimeout(() => response.end(bytes.subarray(50_001)), 5);
  });
  const maxBodySize = Buffer.byteLength(body);
  const options = { apiKey, baseUrl: server.url, responseValidation: 'off' } as const;
  const fits = createGiftoinClient({ ...options, maxBodySize });
  expect(await fits.listCollectionChallengeProgress(user)).toEqual(['ö'.repeat(50_000)]);
  const short = createGiftoinClient({ ...options, maxBodySize: maxBodySize - 1 });
  expect(await catchError(short.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'tooLarge' });
});

test('keeps the status of an error response whose body is too large', async () => {
  await using server = await startServer((_, response) => send(response, 404, 'x'.repeat(1000)));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, maxBodySize: 100 });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'unexpectedStatus',
    status: 404,
    body: undefined,
  });
});
