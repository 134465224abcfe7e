import type { GiftoinError } from '@giftoin/client';
import { createClient, type Middleware } from '@giftoin/client/openapi-fetch';
import { fakeFetch, fixtures } from '@giftoin/client/testing';
import { wrapAsPathBasedClient } from 'openapi-fetch';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer, type TestServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const params = { path: user };

const startSending = (status: number, body: unknown): Promise<TestServer> =>
  startServer((_, response) => send(response, status, body));

test('runs middleware: requests, responses and errors', async () => {
  await using server = await startSending(200, []);
  const client = createClient({ apiKey, baseUrl: server.url });
  const seen: unknown[] = [];
  const middleware: Middleware = {
    onRequest({ request, schemaPath, params }) {
      request.headers.set('traceparent', 'trace');
      seen.push([schemaPath, params.path, request.headers.get('x-gft-api-key')]);
      return request;
    },
    onResponse({ response }) {
      seen.push(response.status);
      return new Response('[]', { status: 200, headers: { 'x-seen': 'yes' } });
    },
  };
  client.use(middleware);
  const { data, response } = await client.GET(list, { params });
  expect([data, response.headers.get('x-seen')]).toEqual([[], 'yes']);
  // The transport adds the API key below the middleware.
  expect(seen).toEqual([[list, user, null], 200]);
  expect(server.requests[0]?.headers).toMatchObject({ traceparent: 'trace', 'x-gft-api-key': apiKey });

  client.eject(middleware);
  await client.GET(list, { params });
  expect(server.requests[1]?.headers.traceparent).toBeUndefined();
});

test('passes errors to the middleware, which can return a response instead', async () => {
  const client = createClient({ apiKey, baseUrl: 'http://127.0.0.1:1', retries: 0 });
  const onError: Middleware['onError'] = ({ error }) =>
    Response.json({ status: { errorCode: 503, errorMessage: (error as GiftoinError).kind } }, { status: 503 });
  client.use({ onError });
  expect((await client.GET(list, { params })).error).toEqual({ status: { errorCode: 503, errorMessage: 'network' } });
});

test('sends nothing if a middleware returns a response', async () => {
  const client = createClient({ apiKey, baseUrl: 'http://127.0.0.1:1' });
  client.use({ onRequest: () => Response.json([]) });
  expect((await client.GET(list, { params })).data).toEqual([]);
});

test('sends the API key only below the base URL, whatever a call or a middleware changes', async () => {
  await using other = await startSending(200, []);
  await using server = await startSending(200, []);
  const client = createClient({ apiKey, baseUrl: `${server.url}/gateway/` });
  const message = `The URL is outside of ${server.url}/gateway. The API key is sent only there.`;
  const error = { kind: 'badArgument', message, operationId: 'listCollectionChallengeProgress' };
  expect(await catchError(client.GET(list, { params, baseUrl: other.url }))).toMatchObject(error);
  client.use({ onRequest: ({ request }) => new Request(request.url.replace(server.url, other.url), request) });
  expect(await catchError(client.GET(list, { params }))).toMatchObject(error);
  const post = createClient({ apiKey, baseUrl: server.url });
  post.use({ onRequest: ({ request }) => new Request(request, { method: 'POST' }) });
  expect(await catchError(post.GET(list, { params }))).toMatchObject({ kind: 'badArgument' });
  expect([...other.requests, ...server.requests]).toEqual([]);
});

test('rejects parameters that would reach another endpoint, and reads each of them once', async () => {
  await using server = await startSending(200, []);
  const client = createClient({ apiKey, baseUrl: server.url });
  const path = { ...user, platformUserId: '..' };
  expect(await catchError(client.GET(list, { params: { path } }))).toMatchObject({
    kind: 'badArgument',
    operationId: 'listCollectionChallengeProgress',
  });
  expect(server.requests).toEqual([]);
  let reads = 0;
  const changing = {
    ...user,
    get platformUserId() {
      reads += 1;
      return reads === 1 ? '42' : '..';
    },
  };
  await client.GET(list, { params: { path: changing } });
  expect(server.requests[0]?.url).toContain('/discord/42/progress/');
});

test('rejects operations that the API does not have, and headers that are reserved for the API key', async () => {
  const client = createClient<Record<string, Record<'get' | 'post', object>>>({ apiKey });
  const error = { kind: 'badArgument', message: `The API has no operation POST ${list}.` };
  expect(await catchError(client.POST(list, {}))).toMatchObject(error);
  expect(await catchError(client.GET('/api/v1/users', {}))).toMatchObject({ kind: 'badArgument' });
  const headers = { 'X-GFT-API-KEY': 'secret' };
  expect(() => createClient({ apiKey, headers })).toThrow('The header "x-gft-api-key" is reserved for the API key.');
  expect(await catchError(createClient({ apiKey }).GET(list, { params, headers }))).toMatchObject({
    kind: 'badArgument',
  });
});

test('accepts a fetch that takes a Request, for the client or for one call', async () => {
  const requests: Request[] = [];
  const fetchOptions: unknown[] = [];
  const fetch = async (request: Request, options?: object) => {
    requests.push(request);
    fetchOptions.push(options);
    return Response.json([]);
  };
  const client = createClient({ apiKey, fetch, credentials: 'include', requestInitExt: { dispatcher: 1 } });
  await client.GET(list, { params, next: { revalidate: 60 }, keepalive: true });
  await createClient({ apiKey }).GET(list, { params, fetch });
  expect(
    requests.map(({ redirect, credentials, headers }) => [redirect, credentials, headers.get('x-gft-api-key')]),
  ).toEqual([
    ['manual', 'include', apiKey],
    ['manual', 'same-origin', apiKey],
  ]);
  expect(fetchOptions).toEqual([
    { credentials: 'include', dispatcher: 1, next: { revalidate: 60 }, keepalive: true },
    { cache: 'no-store' },
  ]);
});

test('works with the other functions of openapi-fetch', async () => {
  await using server = await startSending(200, []);
  const client = createClient({ apiKey, baseUrl: server.url, querySerializer: () => 'a=1', headers: { tenant: 7 } });
  const { GET, request } = client;
  expect((await GET(list, { params, parseAs: 'text' })).data).toBe('[]');
  expect((await request('get', list, { params })).data).toEqual([]);
  expect((await wrapAsPathBasedClient(client)[list].GET({ params })).data).toEqual([]);
  expect(server.requests.map(({ url, headers }) => [url?.split('?')[1], headers.tenant])).toEqual([
    ['a=1', '7'],
    ['a=1', '7'],
    ['a=1', '7'],
  ]);
});

test('works with fakeFetch', async () => {
  const fetch = fakeFetch({ example: 'rateLimited', headers: { 'retry-after': '0' } }, 'claimed');
  const client = createClient({ apiKey, fetch });
  expect((await client.GET(list, { params })).data).toEqual(fixtures.listCollectionChallengeProgress.claimed);
  expect(fetch.requests).toHaveLength(2);
  expect(fetch.requests[0]).toMatchObject({
    operationId: 'listCollectionChallengeProgress',
    method: 'GET',
    headers: { 'x-gft-api-key': '[API key]' },
  });
});
