/** The mock serves every operation that a document can have, without code. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeInventedDocument } from '@giftoin/http/test/invented-operations';
import { type InventedRequest, inventedRequests, sendInvented } from '@giftoin/http/test/invented-requests';
import { startMock } from '@giftoin/mock';
import { createSchemaValidator, findResponse, listOperations, readDocument } from '@giftoin/openapi';
import { afterAll, expect, test } from 'vitest';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-mock-'));
const file = join(folder, 'openapi.yaml');
await writeInventedDocument(file);
const document = await readDocument(file);
const operations = listOperations(document);
const validate = createSchemaValidator(document);
const mock = await startMock({ port: 0, document: file });
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

test.each(inventedRequests)('responds to $title: $status', async (sent) => {
  const { status, value, errorMessage } = await sendInvented(mock.url, 'demo', sent);
  expect([status, errorMessage]).toEqual([sent.status, sent.errorMessage ?? errorMessage]);
  if (status >= 400 && sent.method !== 'HEAD') expect(value.status).toMatchObject({ errorCode: status });
});

const order: InventedRequest = {
  title: 'POST',
  method: 'POST',
  path: '/api/v1/orders',
  headers: { 'idempotency-key': 'key-1' },
  body: '{"name":"a"}',
  status: 201,
};
const change: InventedRequest = {
  title: 'PATCH',
  method: 'PATCH',
  path: '/api/v1/orders/7.json',
  headers: { 'content-type': 'application/merge-patch+json' },
  body: '{"name":"a"}',
  status: 200,
};
const remove: InventedRequest = { title: 'DELETE', method: 'DELETE', path: '/api/v1/orders/7.json', status: 204 };
const cards: InventedRequest = {
  title: 'GET',
  method: 'GET',
  path: '/api/v1/programs/program_123/cards?rarity=rare',
  status: 200,
};
const send = (sent: InventedRequest, prefer?: string) =>
  sendInvented(mock.url, 'demo', { ...sent, headers: { ...sent.headers, ...(prefer !== undefined && { prefer }) } });

test('responds with the example of the documented success and its headers', async () => {
  const { status, value, headers } = await send(order);
  expect([status, value]).toEqual([201, { name: 'First order', parts: [{ name: 'Part' }] }]);
  expect(headers.get('location')).toBeTypeOf('string');
  expect((await send(cards)).value).toEqual({ items: ['card_1', 'card_2'] });
});

test('generates a valid body with the documented media type if there is no example, also of a recursive schema', async () => {
  const { status, value, headers } = await send(change);
  expect([status, headers.get('content-type')]).toEqual([200, 'application/vnd.order+json']);
  const { schema = {} } = operations.find(({ operationId }) => operationId === 'changeOrder')?.responses[0] ?? {};
  expect(validate(schema, value)).toEqual([]);
});

test('sends a success without a body', async () => {
  for (const prefer of [undefined, 'dynamic=true', 'code=204']) {
    expect(await send(remove, prefer)).toMatchObject({ status: 204, value: undefined });
  }
  const replaced = await send({ ...remove, method: 'PUT', status: 202 });
  expect([replaced.status, replaced.value, replaced.headers.get('content-length')]).toEqual([202, undefined, '0']);
});

const chosen = [
  [order, 'code=409', 409],
  [order, 'code=422', 422],
  [order, 'dynamic=true', 201],
  [order, 'code=201, example=example', 201],
  [cards, 'example=empty', 200],
  [cards, 'dynamic=true', 200],
  [change, 'code=409', 409],
  [change, 'code=418', 418],
  [change, 'dynamic=true', 200],
  [change, 'code=418, dynamic=true', 418],
  [remove, 'code=503', 503],
] as const;

test.each(chosen)('responds to $title with Prefer: %s', async (sent, prefer, expected) => {
  const { status, value, headers } = await send(sent, prefer);
  expect([status, headers.get('preference-applied')]).toEqual([expected, prefer]);
  const operation = operations.find(({ method, path }) => {
    return method === sent.method.toLowerCase() && sent.path.startsWith(path.split('{')[0] ?? '');
  });
  const { schema = {} } = (operation && findResponse(operation, status)) ?? {};
  expect(validate(schema, value)).toEqual([]);
});

test.each([
  [remove, 'code=200', 'Prefer: code=200 is unknown: deleteOrder has the status codes 204, default.'],
  [change, 'code=500', 'Prefer: code=500 is unknown: changeOrder has the status codes 200, 409, 4XX.'],
  [change, 'code=100', 'Prefer: code=100 is unknown: changeOrder has the status codes 200, 409, 4XX.'],
  [remove, 'example=a', 'Prefer: example=a is unknown: deleteOrder has no example of 204.'],
])('returns a clear 400 to $title with Prefer: %s', async (sent, prefer, message) => {
  const { status, errorMessage } = await send(sent, prefer);
  expect([status, errorMessage]).toEqual([400, message]);
});
