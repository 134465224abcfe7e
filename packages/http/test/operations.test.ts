/** Operations of every kind that a document can have, in a document with invented ones. */
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCors, createJsonResponse, createPipeline, findSuccess, RequestError, serve } from '@giftoin/http';
import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';
import { afterAll, expect, test } from 'vitest';
import { writeInventedDocument } from './invented-operations.ts';
import { type InventedRequest, inventedRequests, sendInvented } from './invented-requests.ts';
import { parseResponse, sendBytes } from './raw.ts';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-http-'));
const file = join(folder, 'openapi.yaml');
await writeInventedDocument(file);
const document = await readDocument(file);
const operations = listOperations(document);

const inputs: unknown[] = [];
const respond = await createPipeline({
  operations,
  validate: createSchemaValidator(document),
  authenticate: ({ apiKey }) => {
    if (apiKey?.key !== 'demo') throw new RequestError(401, 'The API key is unknown.');
  },
  handler: (parameters, { operation, body }) => {
    inputs.push({ ...parameters, ...(body !== undefined && { body }) });
    if (parameters['Idempotency-Key'] === 'used') throw new RequestError(409, 'The key was used for another order.');
    return createJsonResponse(findSuccess(operation).status, { operationId: operation.operationId });
  },
});
const errors: unknown[] = [];
let onExchange = (_: unknown) => {};
const server = await serve({
  respond,
  port: 0,
  host: '127.0.0.1',
  cors: createCors(operations),
  onExchange: (exchange) => {
    if (exchange.error) errors.push(exchange.error);
    onExchange(exchange);
  },
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

test.each(inventedRequests)('responds to $title: $status', async (sent) => {
  inputs.length = 0;
  const { status, value, errorMessage } = await sendInvented(server.url, 'demo', sent);
  expect([status, errorMessage]).toEqual([sent.status, sent.errorMessage ?? errorMessage]);
  if (sent.input) expect(inputs).toEqual([sent.input]);
  if (status >= 400) expect(inputs).toEqual([]);
  if (status >= 400 && sent.method !== 'HEAD') expect(value.status).toMatchObject({ errorCode: status });
  expect(errors).toEqual([]);
});

const post: InventedRequest = {
  title: 'POST',
  method: 'POST',
  path: '/api/v1/orders',
  headers: { 'idempotency-key': 'key-1' },
  status: 201,
};

test('passes an error of the handler, for example 409 to an idempotency key that was used', async () => {
  const sent = { ...post, headers: { 'idempotency-key': 'used' }, body: '{"name":"a"}' };
  expect(await sendInvented(server.url, 'demo', sent)).toMatchObject({
    status: 409,
    errorMessage: 'The key was used for another order.',
  });
});

test('lists the methods, the request headers and the response headers of the operations for pages', async () => {
  const { status, headers } = await fetch(`${server.url}/api/v1/orders/7.json`, { method: 'OPTIONS' });
  expect(status).toBe(204);
  expect(headers.get('allow')).toBe('PUT, DELETE, PATCH, OPTIONS');
  expect(headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, DELETE, PATCH, HEAD, OPTIONS');
  expect(headers.get('access-control-allow-headers')).toBe(
    'x-gft_api_key, x-gft-api-key, gft-api-key, x-language, idempotency-key, content-type, prefer',
  );
  expect(headers.get('access-control-expose-headers')).toBe(
    'x-total, retry-after, location, date, allow, preference-applied',
  );
});

test('sends 204 without a body and without its headers', async () => {
  const bytes =
    'DELETE /api/v1/orders/7.json HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx-gft-api-key: demo\r\n\r\n';
  const { status, headers, body } = parseResponse(await sendBytes(server.port, bytes));
  expect([status, body]).toEqual([204, '']);
  expect(headers).not.toHaveProperty('content-length');
  expect(headers).not.toHaveProperty('content-type');
});

test('refuses a large body without a content-length, and the client can read the response', async () => {
  const { port } = server;
  const headers = { 'x-gft-api-key': 'demo', 'idempotency-key': 'key-1', 'transfer-encoding': 'chunked' };
  const status = await new Promise((resolve, reject) => {
    const outgoing = request({ port, path: post.path, method: 'POST', headers }, (response) => {
      resolve(response.statusCode);
      response.resume();
    });
    outgoing.on('error', reject).end(Buffer.alloc(8 * 1024 * 1024, ' '));
  });
  expect(status).toBe(413);
});

test('lets a client that is still sending its body read the error', async () => {
  const body = ' '.repeat(8 * 1024 * 1024);
  expect((await sendInvented(server.url, 'wrong', { ...post, body })).status).toBe(401);
  expect((await sendInvented(server.url, 'demo', { ...post, path: '/nowhere', body })).status).toBe(404);
});

test('reuses a connection after a body that no handler has read', async () => {
  const head = 'host: localhost\r\nx-gft-api-key: demo\r\n';
  const bytes =
    `DELETE /api/v1/orders/7.json HTTP/1.1\r\n${head}content-length: 4\r\n\r\n{"a"` +
    `DELETE /nowhere HTTP/1.1\r\n${head}connection: close\r\n\r\n`;
  const text = await sendBytes(server.port, bytes);
  expect(text.match(/^HTTP\/1.1 \d+/gm)).toEqual(['HTTP/1.1 204', 'HTTP/1.1 404']);
});

test('does not report a client that closes the connection in the middle of its body as an error of the server', async () => {
  const exchange = new Promise((resolve) => {
    onExchange = resolve;
  });
  const socket = connect(server.port, '127.0.0.1');
  const head = 'host: localhost\r\nx-gft-api-key: demo\r\nidempotency-key: key-1\r\ncontent-length: 100';
  socket.write(`POST /api/v1/orders HTTP/1.1\r\n${head}\r\n\r\n{"name"`, () => socket.destroy());
  expect(await exchange).toMatchObject({ response: { status: 400 }, error: undefined });
});
