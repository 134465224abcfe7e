/**
 * Operations of every kind need a handler and nothing else. The sandbox and the mock respond alike to every request that does
 * not depend on state.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Operation } from '@giftoin/http';
import { writeInventedDocument } from '@giftoin/http/test/invented-operations';
import { type InventedRequest, inventedRequests, sendInvented } from '@giftoin/http/test/invented-requests';
import { startMock } from '@giftoin/mock';
import { createDefaultWorld, defaultApiKeys, handlers } from '@giftoin/simulator/sandbox';
import { generateFiles } from '@giftoin/types/generate';
import { afterAll, expect, test } from 'vitest';
import { startApi } from '../src/api/server.ts';
import { createSqliteEngine } from '../src/database/sqlite-engine.ts';
import { createStore } from '../src/store/index.ts';
import { createInventedHandlers } from './invented-handlers.ts';

const folder = await mkdtemp(join(tmpdir(), 'giftoin-sandbox-'));
const file = join(folder, 'openapi.yaml');
await writeInventedDocument(file);
// What `pnpm generate` writes for servers: the sandbox does not read the document.
const code = (await generateFiles(file))['server-operations.ts'];
const operations: readonly Operation[] = JSON.parse(
  code.slice(code.indexOf(' = [') + 3, code.lastIndexOf(' as const')),
);

const store = await createStore(await createSqliteEngine(':memory:'));
await store.createWorkspace('default', createDefaultWorld(Date.now()), defaultApiKeys);
const apiKey = defaultApiKeys.default;
const all = { ...handlers, ...createInventedHandlers() };
const api = await startApi(store, { port: 0, host: '127.0.0.1', operations, handlers: all });
const mock = await startMock({ port: 0, document: file, keys: [apiKey] });
afterAll(async () => {
  await Promise.all([api.close(), mock.close()]);
  await store.close();
  await rm(folder, { recursive: true });
});

const send = (sent: Omit<InventedRequest, 'title' | 'status'>) =>
  sendInvented(api.url, apiKey, { title: '', status: 0, ...sent });
const json = { 'content-type': 'application/json' };
const orderPath = '/api/v1/orders/7.json';

test.each(inventedRequests)('responds to $title like the mock: $status', async (sent) => {
  const both = [await sendInvented(api.url, apiKey, sent), await sendInvented(mock.url, apiKey, sent)];
  const [fromSandbox, fromMock] = both.map(({ status, errorMessage, headers }) => {
    const names = ['content-type', 'allow', 'cache-control'];
    return { status, errorMessage, headers: names.map((name) => headers.get(name)) };
  });
  expect(fromSandbox).toEqual(fromMock);
  expect(fromSandbox?.status).toBe(sent.status);
  if (sent.errorMessage !== undefined) expect(fromSandbox?.errorMessage).toBe(sent.errorMessage);
});

test.each(inventedRequests.filter(({ method, input }) => method === 'GET' && input))(
  'passes the input of $title to the handler',
  async (sent) => {
    const { value } = await sendInvented(api.url, apiKey, sent);
    expect(value.items.map((item: string) => JSON.parse(item))).toEqual([sent.input]);
  },
);

test('POST returns 201 with the body and headers of the handler, and 409 if an idempotency key is used again', async () => {
  const post = { method: 'POST', path: '/api/v1/orders', headers: { ...json, 'idempotency-key': 'key-2' } };
  const order = { name: 'a', parts: [{ name: 'b' }] };
  for (const _ of ['first', 'repeated']) {
    const { status, value, headers } = await send({ ...post, body: JSON.stringify(order) });
    expect([status, value, headers.get('location')]).toEqual([201, order, orderPath]);
  }
  expect(await send({ ...post, body: '{"name":"c"}' })).toMatchObject({
    status: 409,
    errorMessage: 'The idempotency key was used for another order.',
  });
});

test('PUT returns the same if it is repeated, and DELETE returns 204', async () => {
  const put = { method: 'PUT', path: orderPath, headers: json, body: '{"name":"put"}' };
  const patch = {
    method: 'PATCH',
    path: orderPath,
    headers: { 'content-type': 'application/merge-patch+json' },
    body: '{"name":"new"}',
  };
  expect([(await send(put)).status, (await send(put)).status]).toEqual([202, 202]);
  const { status, value, headers } = await send(patch);
  expect([status, value, headers.get('content-type')]).toEqual([200, { name: 'new' }, 'application/vnd.order+json']);
  expect(await send({ method: 'DELETE', path: orderPath })).toMatchObject({ status: 204, value: undefined });
});

test('PATCH returns the documented error of the handler, and an injected fault before it', async () => {
  const patch = {
    method: 'PATCH',
    path: orderPath,
    headers: { 'content-type': 'application/merge-patch+json' },
    body: '{"name":"taken"}',
  };
  expect(await send(patch)).toMatchObject({ status: 409, value: { status: { errorCode: 409 } } });
  const failing = await sendInvented(api.url, defaultApiKeys.failing, { title: '', status: 500, ...patch });
  expect(failing.status).toBe(500);
});

test('reports the operation of a write in the request log', async () => {
  await send({ method: 'DELETE', path: orderPath });
  const entries = await store.requestLog.read('default', 1);
  const [entry] = entries;
  expect(entry).toMatchObject({ method: 'DELETE', path: orderPath, status: 204 });
});
