import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { createGiftoinClient, type Fetch } from '@giftoin/client';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const noBackoff = { retries: 1, timeout: 60_000 } as const;

describe('names the origin and the reason, and has the code', () => {
  test('if no server listens, and retries', async () => {
    const closed = await startServer(() => undefined);
    await closed[Symbol.asyncDispose]();
    const giftoin = createGiftoinClient({ apiKey, baseUrl: closed.url, ...noBackoff });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'network',
      code: 'ECONNREFUSED',
      attempts: 2,
      isRetryable: true,
      message: `The request to ${closed.url} failed: connect ECONNREFUSED ${closed.url.replace('http://', '')}.`,
    });
  });

  test('if the host does not exist, and does not retry', async () => {
    const giftoin = createGiftoinClient({ apiKey, baseUrl: 'http://no-such-host.invalid', ...noBackoff });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'network',
      code: 'ENOTFOUND',
      attempts: 1,
      isRetryable: false,
      message: 'The request to http://no-such-host.invalid failed: getaddrinfo ENOTFOUND no-such-host.invalid.',
    });
  });

  test('if the port does not speak TLS, and does not retry', async () => {
    await using server = await startServer((_, response) => send(response, 200, []));
    const baseUrl = server.url.replace('http:', 'https:');
    const giftoin = createGiftoinClient({ apiKey, baseUrl, ...noBackoff });
    const error = await catchError(giftoin.listCollectionChallengeProgress(user));
    expect(error).toMatchObject({
      kind: 'network',
      attempts: 1,
      isRetryable: false,
      code: expect.stringMatching(/SSL|EPROTO/),
    });
    expect((error as Error).message).toMatch(
      new RegExp(`^The request to ${baseUrl} failed: .*\\((ERR_SSL_|EPROTO).*\\)\\.$`),
    );
    expect((error as Error).message).not.toMatch(/\n/);
  });

  test('if the connection closes during the response', async () => {
    await using server = await startServer((request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('[');
      setTimeout(() => request.socket.destroy(), 5);
    });
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 0 });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      code: 'UND_ERR_SOCKET',
      isRetryable: true,
      message: `The request to ${server.url} failed: other side closed (UND_ERR_SOCKET).`,
    });
  });

  test('if the server does not speak HTTP', async () => {
    const server = createServer((socket) => socket.end('220 mail.test ESMTP\r\n\r\n'));
    await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const giftoin = createGiftoinClient({ apiKey, baseUrl, retries: 0 });
    const error = await catchError(giftoin.listCollectionChallengeProgress(user));
    server.close();
    expect(error).toMatchObject({ kind: 'network', isRetryable: true });
    expect((error as Error).message).toContain(`The request to ${baseUrl} failed: `);
  });
});

describe('does not retry a defect in the fetch option', () => {
  test.each<[string, Fetch, string]>([
    [
      'a TypeError',
      async () => (undefined as unknown as { call(): Response }).call(),
      "Cannot read properties of undefined (reading 'call')",
    ],
    [
      'a TypeError that is thrown synchronously',
      () => {
        throw new TypeError('x is not a function');
      },
      'x is not a function',
    ],
    [
      'a ReferenceError',
      async () => Promise.reject(new ReferenceError('proxy is not defined')),
      'proxy is not defined',
    ],
    ['no response', async () => undefined as unknown as Response, 'fetch returned no Response'],
    ['a response without headers', async () => ({ status: 200 }) as Response, 'fetch returned no Response'],
  ])('%s', async (_, broken, reason) => {
    let calls = 0;
    const fetch: Fetch = (url, init) => {
      calls += 1;
      return broken(url, init);
    };
    const giftoin = createGiftoinClient({ apiKey, fetch });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'network',
      isRetryable: false,
      attempts: 1,
      message: `The request to https://api.giftoin.org failed: ${reason}.`,
    });
    expect(calls).toBe(1);
  });
});

describe('retries an error that the fetch of a runtime throws, through the fetch option', () => {
  test.each([
    ['Node.js', () => new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNRESET' }) })],
    ['Node.js, for a body', () => new TypeError('terminated', { cause: new Error('other side closed') })],
    ['Chromium', () => new TypeError('Failed to fetch')],
    ['Chromium, for a body', () => new TypeError('network error')],
    ['Firefox', () => new TypeError('NetworkError when attempting to fetch resource.')],
    ['Safari', () => new TypeError('Load failed')],
    ['Safari, with a host', () => new TypeError('Load failed (api.giftoin.org)')],
    ['Safari, offline', () => new TypeError('The Internet connection appears to be offline.')],
    ['React Native', () => new TypeError('Network request failed')],
    ['Deno', () => new TypeError('error sending request for url (https://api.giftoin.org/)')],
    ['workerd', () => new Error('Network connection lost.')],
    ['Bun', () => Object.assign(new Error('Unable to connect.'), { code: 'ConnectionRefused' })],
    ['node-fetch', () => Object.assign(new Error('request failed'), { name: 'FetchError', code: 'ECONNRESET' })],
  ])('%s', async (_, createError) => {
    let calls = 0;
    const fetch: Fetch = async () => {
      calls += 1;
      if (calls === 1) throw createError();
      return Response.json([]);
    };
    const giftoin = createGiftoinClient({ apiKey, fetch });
    expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
    expect(calls).toBe(2);
  });
});

test.each([
  ['ENOTFOUND', false],
  ['CERT_HAS_EXPIRED', false],
  ['ERR_TLS_CERT_ALTNAME_INVALID', false],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', false],
  ['SELF_SIGNED_CERT_IN_CHAIN', false],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', false],
  ['ERR_INVALID_URL', false],
  ['ERR_INVALID_ARG_TYPE', false],
  ['UND_ERR_INVALID_ARG', false],
  ['EAI_AGAIN', true],
  ['ETIMEDOUT', true],
  ['EPIPE', true],
  ['UND_ERR_CONNECT_TIMEOUT', true],
  ['ERR_STREAM_PREMATURE_CLOSE', true],
])('a network error with the code %s: isRetryable is %s', async (code, isRetryable) => {
  const fetch: Fetch = async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) });
  };
  const giftoin = createGiftoinClient({ apiKey, fetch, retries: 0 });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ code, isRetryable });
});

test('has no code for the numeric code of a DOMException', async () => {
  const fetch: Fetch = async () => {
    throw new DOMException('The proxy gave up.', 'TimeoutError');
  };
  const giftoin = createGiftoinClient({ apiKey, fetch, retries: 0 });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    code: undefined,
    isRetryable: true,
    message: 'The request to https://api.giftoin.org failed: The proxy gave up.',
  });
});
