import { createGiftoinClient, type FetchInit, type FetchOptions } from '@giftoin/client';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';

/** Returns the second argument that a custom `fetch` receives. */
async function readInit(options: object = {}, callOptions: object = {}, marks: object = {}): Promise<FetchInit> {
  const calls: FetchInit[] = [];
  const custom = async (_: string, init: FetchInit) => {
    calls.push(init);
    return Response.json([]);
  };
  const giftoin = createGiftoinClient({ apiKey, fetch: Object.assign(custom, marks), ...options });
  await giftoin.listCollectionChallengeProgress(user, callOptions);
  return calls[0] as FetchInit;
}

test('sends requests with cache: no-store, which Next.js 14 requires for fresh data', async () => {
  expect(await readInit()).toMatchObject({ cache: 'no-store', redirect: 'manual' });
  await using server = await startServer((_, response) => response.end('[]'));
  await createGiftoinClient({ apiKey, baseUrl: server.url }).listCollectionChallengeProgress(user);
  expect(server.requests[0]?.headers['cache-control']).toBe('no-cache');
});

test.each(['polyfill', 'ponyfill'])('sends no cache option to a fetch with the mark %s', async (mark) => {
  // whatwg-fetch and cross-fetch set these marks. On XMLHttpRequest, no-store would add a parameter to the URL.
  expect(await readInit({}, {}, { [mark]: true })).not.toHaveProperty('cache');
});

test('passes the fetch options of the client and of the call to every request', async () => {
  const dispatcher = { dispatch() {} };
  const client = { fetchOptions: { credentials: 'include', dispatcher, next: { tags: ['progress'] } } };
  const call = { fetchOptions: { credentials: 'omit', keepalive: true } };
  expect(await readInit(client, call)).toMatchObject({
    credentials: 'omit',
    dispatcher,
    next: { tags: ['progress'] },
    keepalive: true,
    method: 'GET',
    redirect: 'manual',
    headers: { 'x-gft-api-key': apiKey },
  });
});

test.each<[string, FetchOptions, unknown]>([
  ['another cache mode', { cache: 'force-cache' }, 'force-cache'],
  ['no cache mode', { cache: undefined }, undefined],
  ['options of Next.js', { next: { revalidate: 60 } }, undefined],
])('leaves caching to the caller who sets %s', async (_, fetchOptions, cache) => {
  expect((await readInit({ fetchOptions })).cache).toBe(cache);
  expect((await readInit({}, { fetchOptions })).cache).toBe(cache);
});

test.each(['body', 'headers', 'method', 'redirect', 'signal'])('rejects the fetch option %s', async (name) => {
  const message = `fetchOptions.${name} is not allowed, because the client sets ${name} itself.`;
  const error = { kind: 'badArgument', message };
  const fetchOptions = { [name]: 'follow' };
  expect(() => createGiftoinClient({ apiKey, fetchOptions })).toThrow(expect.objectContaining(error));
  const giftoin = createGiftoinClient({ apiKey, fetch: async () => Response.json([]) });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user, { fetchOptions }))).toMatchObject(error);
});

test('passes the digest of an error of Next.js on, and does not retry it', async () => {
  // Next.js throws such an error while it prerenders a page, and continues if the page throws an error with its digest.
  let calls = 0;
  const fetch = async () => {
    calls += 1;
    throw Object.assign(new Error('Dynamic server usage: no-store fetch'), { digest: 'DYNAMIC_SERVER_USAGE' });
  };
  const giftoin = createGiftoinClient({ apiKey, fetch });
  const error = await catchError(giftoin.listCollectionChallengeProgress(user));
  expect(error).toMatchObject({ kind: 'network', digest: 'DYNAMIC_SERVER_USAGE', isRetryable: false });
  expect(calls).toBe(1);
});
