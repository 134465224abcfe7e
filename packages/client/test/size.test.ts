import { gzipSync } from 'node:zlib';
import { createGiftoinClient } from '@giftoin/client';
import { expect, test } from 'vitest';
import { failureOf, send, serve, user } from './server.ts';

const apiKey = 'key-of-the-tests';
const megabyte = 1024 * 1024;

test('a body that never ends is cut at the limit, the connection with it, and the memory stays flat', async () => {
  const chunk = Buffer.alloc(64 * 1024, ' ');
  let sent = 0;
  let cut: (value?: unknown) => void = () => undefined;
  const closed = new Promise((resolve) => {
    cut = resolve;
  });
  await using server = await serve((_, response) => {
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
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'tooLarge',
    status: 200,
    attempts: 1,
    message: 'The response body is larger than 1048576 bytes (maxBodySize).',
  });
  await closed;
  expect(sent).toBeLessThan(32 * megabyte);
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
});

test('what counts is the decoded body: 200 MiB in 200 kB are cut at the limit too', async () => {
  const bomb = gzipSync(Buffer.alloc(200 * megabyte, ' '), { level: 1 });
  await using server = await serve((_, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length }).end(bomb);
  });
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  const before = process.memoryUsage().rss;
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'tooLarge' });
  expect(process.memoryUsage().rss - before).toBeLessThan(100 * megabyte);
});

test('a body of just the limit is read, whole characters over the borders of its parts included', async () => {
  const body = `["${'ö'.repeat(50_000)}"]`;
  await using server = await serve((_, response) => {
    const bytes = Buffer.from(body);
    response.writeHead(200).write(bytes.subarray(0, 50_001));
    setTimeout(() => response.end(bytes.subarray(50_001)), 5);
  });
  const maxBodySize = Buffer.byteLength(body);
  const options = { apiKey, baseUrl: server.url, responseValidation: 'off' } as const;
  const fits = createGiftoinClient({ ...options, maxBodySize });
  expect(await fits.listCollectionChallengeProgress(user)).toEqual(['ö'.repeat(50_000)]);
  const short = createGiftoinClient({ ...options, maxBodySize: maxBodySize - 1 });
  expect(await failureOf(short.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'tooLarge' });
});

test('an error whose body is too large keeps its status', async () => {
  await using server = await serve((_, response) => send(response, 404, 'x'.repeat(1000)));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, maxBodySize: 100 });
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'notFound',
    body: undefined,
  });
});
