import { createGiftoinClient, GiftoinError } from '@giftoin/client';
import createDefault, { createClient, type paths } from '@giftoin/client/openapi-fetch';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer, type TestServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const list = '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges';
const one = `${list}/{programId}` as const;
const params = { path: user };
const errorBody = { status: { timestamp: 1, errorCode: 404, errorMessage: 'No such program.' } };

const startSending = (status: number, body: unknown, headers = {}): Promise<TestServer> =>
  startServer((_, response) => send(response, status, body, headers));

test('returns the data of a valid response, and sends the API key in one header', async () => {
  await using server = await startSending(200, []);
  const client = createClient<paths>({ apiKey, baseUrl: server.url });
  const { data, error, response } = await client.GET(list, { params });
  expect([data, error, response.status]).toEqual([[], undefined, 200]);
  expect(server.requests[0]?.url).toBe('/api/v1/users/discord/123456789012345678/progress/collection-challenges');
  expect(server.requests[0]?.headers).toMatchObject({ 'x-gft-api-key': apiKey, accept: 'application/json' });
  expect(server.requests[0]?.headers['user-agent']).toMatch(/^giftoin-client\//);
});

test('is also the default export, as in openapi-fetch', () => {
  expect(createDefault).toBe(createClient);
});

test('returns the error body of the contract, and the headers of the response', async () => {
  await using server = await startSending(404, errorBody, { 'x-request-id': 'r1' });
  const client = createClient({ apiKey, baseUrl: server.url });
  const { data, error, response } = await client.GET(one, { params: { path: { ...user, programId: 'p1' } } });
  expect([data, error]).toEqual([undefined, errorBody]);
  expect([response.status, response.ok, response.headers.get('x-request-id')]).toEqual([404, false, 'r1']);
});

test.each([
  [502, '', {}],
  [502, '', { 'content-length': '0' }],
  [502, '<h1>Bad gateway</h1>', { 'content-type': 'text/html' }],
  [500, 'null', {}],
  [500, '0', {}],
  [404, '""', {}],
  [400, '{"status":{}}', {}],
])('returns an error in the format of the contract for status %i with the body %j', async (status, body, headers) => {
  await using server = await startSending(status, body, headers);
  const client = createClient({ apiKey, baseUrl: server.url, retries: 0 });
  const { data, error, response } = await client.GET(list, { params });
  expect([data, response.status]).toEqual([undefined, status]);
  expect(error?.status).toMatchObject({ errorCode: status, errorMessage: expect.stringContaining(String(status)) });
});

test.each([
  ['unexpectedStatus', 204, ''],
  ['unexpectedStatus', 201, '[]'],
  ['notJson', 200, ''],
  ['notJson', 200, '<h1>Welcome</h1>'],
  ['wrongShape', 200, [{ id: 5 }]],
  ['tooLarge', 200, ' '.repeat(2000)],
])('throws an error of the kind %s for status %i with the body %j', async (kind, status, body) => {
  await using server = await startSending(status, body);
  const client = createClient({ apiKey, baseUrl: server.url, maxBodySize: 1000 });
  const error = await catchError(client.GET(list, { params }));
  expect(error).toMatchObject({ kind, status, operationId: 'listCollectionChallengeProgress' });
  expect(error).toBeInstanceOf(GiftoinError);
});

test('follows no redirect', async () => {
  await using other = await startSending(200, []);
  await using server = await startSending(302, '', { location: other.url });
  const client = createClient({ apiKey, baseUrl: server.url });
  expect(await catchError(client.GET(list, { params }))).toMatchObject({ kind: 'redirect', location: `${other.url}/` });
  expect(other.requests).toEqual([]);
});

test('retries temporary errors, and returns the last one', async () => {
  await using server = await startServer((_, response, count) =>
    count < 3 ? send(response, 503, '', { 'retry-after': '0' }) : send(response, 200, []),
  );
  const kinds: string[] = [];
  const client = createClient({ apiKey, baseUrl: server.url, onRetry: ({ kind }) => kinds.push(kind) });
  expect((await client.GET(list, { params })).data).toEqual([]);
  expect([server.requests.length, kinds.length]).toEqual([3, 2]);

  await using busy = await startSending(429, errorBody, { 'retry-after': '30' });
  const limited = createClient({ apiKey, baseUrl: busy.url });
  const { error, response } = await limited.GET(list, { params, retries: 0 });
  expect([error, response.headers.get('retry-after'), busy.requests.length]).toEqual([errorBody, '30', 1]);
});

test('throws the errors of calls without a response', async () => {
  await using silent = await startServer(() => undefined);
  const client = createClient({ apiKey, baseUrl: silent.url, retries: 0 });
  expect(await catchError(client.GET(list, { params, timeout: 20 }))).toMatchObject({ kind: 'timeout' });
  const signal = AbortSignal.abort('changed my mind');
  expect(await catchError(client.GET(list, { params, signal }))).toMatchObject({
    kind: 'aborted',
    cause: signal.reason,
  });
  const controller = new AbortController();
  const aborted = catchError(client.GET(list, { params, signal: controller.signal }));
  controller.abort('later');
  expect(await aborted).toMatchObject({ kind: 'aborted', cause: 'later' });
  const closed = createClient({ apiKey, baseUrl: 'http://127.0.0.1:1', retries: 0 });
  expect(await catchError(closed.GET(list, { params }))).toMatchObject({ kind: 'network' });
});

test('redacts the API key in data, errors, headers and the reason phrase', async () => {
  await using server = await startServer((_, response) => {
    response.writeHead(404, `No ${apiKey}`, { 'x-echo': `key ${apiKey}` });
    response.end(JSON.stringify({ status: { ...errorBody.status, errorMessage: `Unknown: ${apiKey}` } }));
  });
  const { error, response } = await createClient({ apiKey, baseUrl: server.url }).GET(list, { params });
  expect(error?.status.errorMessage).toBe('Unknown: [API key]');
  expect([response.statusText, response.headers.get('x-echo')]).toEqual(['No [API key]', 'key [API key]']);

  await using echo = await startSending(200, [apiKey], { 'x-echo': apiKey });
  const client = createClient({ apiKey, baseUrl: echo.url, responseValidation: 'off' });
  const echoed = await client.GET(list, { params });
  expect([echoed.data, echoed.response.headers.get('x-echo')]).toEqual([['[API key]'], '[API key]']);
});

test('validates responses like the methods: with rules, and with warnings', async () => {
  await using server = await startSending(200, [{ id: 5 }]);
  const warnings: string[] = [];
  const onWarning = ({ message }: GiftoinError) => warnings.push(message);
  const client = createClient({ apiKey, baseUrl: server.url, responseValidation: 'warn', onWarning });
  expect((await client.GET(list, { params })).data).toEqual([{ id: 5 }]);
  expect(warnings).toHaveLength(1);
});

test('returns the same data and errors as the methods', async () => {
  await using server = await startSending(404, errorBody);
  const options = { apiKey, baseUrl: server.url };
  const { error } = await createClient(options).GET(list, { params });
  expect(await catchError(createGiftoinClient(options).listCollectionChallengeProgress(user))).toMatchObject({
    status: 404,
    body: error,
  });
});

test('throws errors whose stack has the line of the caller', async () => {
  const client = createClient({ apiKey, baseUrl: 'http://127.0.0.1:1', retries: 0 });
  async function callFromHere() {
    await client.GET(list, { params });
  }
  const { stack } = (await catchError(callFromHere())) as Error;
  expect(stack).toMatch(/^NetworkError: The request to /);
  expect(stack).toContain('callFromHere');
});
