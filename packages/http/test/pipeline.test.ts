import {
  createCors,
  createJsonResponse,
  createPipeline,
  createUnknownApiKeyError,
  RequestError,
  serve,
} from '@giftoin/http';
import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';
import { afterAll, expect, test } from 'vitest';
import { parseResponse, sendBytes } from './raw.ts';
import { requestShapes, toBytes } from './request-shapes.ts';

const document = await readDocument();
const operations = listOperations(document);
const validate = createSchemaValidator(document);
const apiKey = 'key-of-the-test';
const listPath = '/api/v1/users/discord/1/progress/collection-challenges';
const timestamp: unknown = expect.any(Number);

const respond = await createPipeline({
  operations,
  validate,
  authenticate: ({ apiKey: sent, parameters }) => {
    if (sent?.key !== apiKey) throw createUnknownApiKeyError();
    return { userId: parameters?.platformUserId };
  },
  authorize: ({ userId }) => {
    if (userId === 'overdue') throw new RequestError(402, 'The subscription is overdue.');
  },
  handler: (parameters, { operation, identity }) => {
    if (parameters.platformUserId === 'broken') throw new Error('The handler is broken.');
    return createJsonResponse(200, { operationId: operation.operationId, parameters, identity });
  },
});
const exchanges: Awaited<ReturnType<typeof respond>>[] = [];
const server = await serve({
  respond,
  port: 0,
  host: '127.0.0.1',
  cors: createCors(operations),
  onExchange: (exchange) => exchanges.push(exchange),
});
afterAll(() => server.close());

const get = async (path: string, key = apiKey) => {
  const response = await fetch(server.url + path, { headers: { 'gft-api-key': key } });
  return { status: response.status, json: JSON.parse(await response.text()) };
};

test.each(requestShapes)('responds in the format of the contract to $title: $status', async (shape) => {
  const text = await sendBytes(server.port, toBytes(shape, listPath, apiKey));
  const { status, headers, body } = parseResponse(text);
  expect(status).toBe(shape.status);
  if (shape.lines[0]?.startsWith('OPTIONS')) return;
  expect(headers['content-type']).toBe('application/json');
  if (shape.lines[0]?.startsWith('HEAD')) expect(body).toBe('');
  else if (status === 200) expect(JSON.parse(body).operationId).toBe('listCollectionChallengeProgress');
  else {
    const { errorCode = status, errorMessage = expect.stringMatching(/^[A-Z].*\.$/) as string } = shape;
    expect(JSON.parse(body)).toEqual({ status: { timestamp, errorCode, errorMessage } });
  }
});

test('passes the parameters of the operation and the identity to the handler', async () => {
  const parameters = { platform: 'discord', platformUserId: '1', programId: 'p' };
  expect(await get(`${listPath}/p?limit=1`)).toEqual({
    status: 200,
    json: { operationId: 'getCollectionChallengeProgress', parameters, identity: { userId: '1' } },
  });
});

test('authorizes after it authenticates, and before it validates the parameters', async () => {
  const overdue = listPath.replace('/1/', '/overdue/');
  expect((await get(overdue, 'wrong')).json.status.errorCode).toBe(1001);
  expect((await get(overdue)).status).toBe(402);
});

test('responds 500 to an unexpected error, without its message, and reports it', async () => {
  exchanges.length = 0;
  const { status, json } = await get(listPath.replace('/1/', '/broken/'));
  expect({ status, json }).toEqual({
    status: 500,
    json: { status: { timestamp, errorCode: 500, errorMessage: 'An unexpected error occurred.' } },
  });
  expect(exchanges.map(({ error }) => error?.message)).toEqual(['The handler is broken.']);
});

test.each([
  [
    'line',
    { status: 200, headers: { location: 'a\r\nb: c' } },
    'The handler returned the header location with an invalid value.',
  ],
  ['header', { status: 200, headers: { 'a b': 'c' } }, 'The handler returned a header with the invalid name "a b".'],
  ['status', { status: 99 }, 'The handler returned the status code 99. Use 200 to 599.'],
])('responds 500 if the handler returns a malformed %s, and keeps running', async (_, response, message) => {
  const own = await createPipeline({ operations, validate, authenticate: () => undefined, handler: () => response });
  const reported: unknown[] = [];
  const broken = await serve({
    respond: own,
    port: 0,
    host: '127.0.0.1',
    onExchange: ({ error }) => reported.push(error?.message),
  });
  const { status } = await fetch(broken.url + listPath, { headers: { 'gft-api-key': apiKey } });
  await broken.close();
  expect([status, reported]).toEqual([500, [message]]);
});

test('reports what is known of a request', async () => {
  exchanges.length = 0;
  await get('/nowhere?q');
  await get(listPath, 'wrong');
  await get(listPath);
  const [operation] = operations;
  expect(exchanges.map(({ response, error: _, ...known }) => ({ ...known, status: response.status }))).toEqual([
    { path: '/nowhere', status: 404 },
    { path: listPath, operation, apiKeyHeader: 'gft-api-key', status: 401 },
    { path: listPath, operation, apiKeyHeader: 'gft-api-key', identity: { userId: '1' }, status: 200 },
  ]);
});

test('lets pages of other origins call it, and sends CORS headers to no one else', async () => {
  const headers = { origin: 'https://a.example', 'gft-api-key': apiKey };
  const read = async (method: string, init: Record<string, string>) => {
    const response = await fetch(server.url + listPath, { method, headers: init });
    return [response.status, response.headers.get('access-control-allow-origin')];
  };
  expect(await read('OPTIONS', headers)).toEqual([204, 'https://a.example']);
  expect(await read('GET', headers)).toEqual([200, 'https://a.example']);
  expect(await read('GET', { 'gft-api-key': apiKey })).toEqual([200, null]);
});

test('passes OPTIONS and HEAD to operations that the document has, but not the OPTIONS of a browser', async () => {
  const common = { path: '/items', parameters: [], apiKeyHeaders: [] };
  const own = await createPipeline({
    operations: ['get', 'head', 'options'].map((method) => ({ ...common, operationId: method, method })),
    authenticate: () => undefined,
    handler: (_, { operation }) => ({ status: 200, headers: { 'x-operation': operation.operationId } }),
  });
  const described = await serve({ respond: own, port: 0, host: '127.0.0.1' });
  const read = async (method: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${described.url}/items`, { method, headers });
    return [response.status, response.headers.get('x-operation')];
  };
  expect(await read('HEAD')).toEqual([200, 'head']);
  expect(await read('OPTIONS')).toEqual([200, 'options']);
  expect(await read('OPTIONS', { 'access-control-request-method': 'GET' })).toEqual([204, null]);
  await described.close();
});
