import { Readable } from 'node:stream';
import { createGiftoinClient, type Fetch } from '@giftoin/client';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';

/** A `fetch` on XMLHttpRequest, for example whatwg-fetch: it follows redirects, and its responses have no stream. */
const xhrFetch: Fetch = async (url) => {
  const { status, headers, url: responseUrl, ...response } = await readAll(await fetch(url));
  return { status, headers, url: responseUrl, text: async () => response.body } as Response;
};

/** A `fetch` whose response bodies are streams of Node.js, for example node-fetch. */
const nodeFetch: Fetch = async (url, init) => {
  const { status, headers, url: responseUrl, body } = await fetch(url, init);
  const stream = Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]);
  const text = () => Promise.reject(new Error('The body was not read as a stream.'));
  return { status, headers, url: responseUrl, body: stream, text } as unknown as Response;
};

const readAll = async (response: Response) => {
  const { status, headers, url } = response;
  return { status, headers, url, body: await response.text() };
};

describe('a fetch that follows redirects and does not report it', () => {
  test.each([
    ['another origin', true],
    ['another path', false],
  ])('throws a redirect error for a response of %s', async (_, toOtherOrigin) => {
    await using other = await startServer((_request, response) => send(response, 200, []));
    await using server = await startServer((request, response) =>
      request.url?.startsWith('/login')
        ? send(response, 200, [])
        : send(response, 302, '', { location: `${toOtherOrigin ? other.url : server.url}/login?token=1` }),
    );
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, fetch: xhrFetch });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'redirect',
      location: `${toOtherOrigin ? other.url : server.url}/login`,
    });
  });

  test.each([
    ['the same URL', (url: string) => url],
    ['the same URL with a default port and a fragment', (url: string) => `${url.replace('.test', '.test:443')}#top`],
    ['no URL', () => ''],
  ])('accepts a response with %s', async (_, toResponseUrl) => {
    const echo: Fetch = async (url) =>
      Object.defineProperty(Response.json([]), 'url', { value: toResponseUrl(url) }) as Response;
    const giftoin = createGiftoinClient({ apiKey, baseUrl: 'https://api.test', fetch: echo });
    expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  });
});

describe('limits the body of a fetch without web streams', () => {
  const big = JSON.stringify('ö'.repeat(3_000_000));

  test.each([
    ['on XMLHttpRequest', xhrFetch],
    ['on streams of Node.js', nodeFetch],
  ])('%s, with and without content-length', async (_, fetch) => {
    await using server = await startServer((_request, response, count) => {
      response.writeHead(200, count === 1 ? { 'content-length': Buffer.byteLength(big) } : {});
      response.end(big);
    });
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, fetch, maxBodySize: 1000 });
    for (const attempt of [1, 2]) {
      expect(await catchError(giftoin.listCollectionChallengeProgress(user)), `call ${attempt}`).toMatchObject({
        kind: 'tooLarge',
        message: 'The response body is larger than 1000 bytes (maxBodySize).',
      });
    }
  });

  test('does not read a body whose content-length is too large', async () => {
    let reads = 0;
    const fetch: Fetch = async () => {
      const text = async () => {
        reads += 1;
        return '[]';
      };
      return { status: 200, headers: new Headers({ 'content-length': '1001' }), text } as unknown as Response;
    };
    const giftoin = createGiftoinClient({ apiKey, fetch, maxBodySize: 1000 });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'tooLarge' });
    expect(reads).toBe(0);
  });

  test.each([
    ['on XMLHttpRequest', xhrFetch],
    ['on streams of Node.js', nodeFetch],
  ])('%s, counting bytes and not characters', async (_, fetch) => {
    const body = `["${'ö'.repeat(500)}"]`;
    await using server = await startServer((_request, response) => response.writeHead(200).end(body));
    const options = { apiKey, baseUrl: server.url, fetch, responseValidation: 'off' } as const;
    const fits = createGiftoinClient({ ...options, maxBodySize: 1004 });
    expect(await fits.listCollectionChallengeProgress(user)).toEqual(['ö'.repeat(500)]);
    const short = createGiftoinClient({ ...options, maxBodySize: 1003 });
    expect(await catchError(short.listCollectionChallengeProgress(user))).toMatchObject({ kind: 'tooLarge' });
  });
});
