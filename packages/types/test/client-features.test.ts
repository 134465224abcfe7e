import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { generateFiles } from '../scripts/generate-files.ts';
import { createPackages } from '../scripts/type-check.ts';
import type { CreatePaginateMethods } from '../src/create-paginate-methods.ts';
import type { OperationRules } from '../src/operation-rules.ts';
import type { RequestInput } from '../src/request-input.ts';

interface ClientFeatures {
  readonly createPaginateMethods: CreatePaginateMethods;
  readonly operationRules: OperationRules;
  readonly requestInput: RequestInput;
}

const names = ['nullable', 'parameters', 'writes', 'ranges', 'pagination'];
let folder = '';
beforeAll(async () => {
  const generate = (name: string) => generateFiles(fileURLToPath(new URL(`documents/${name}.yaml`, import.meta.url)));
  folder = await createPackages(await Promise.all(names.map(async (name) => ({ name, files: await generate(name) }))));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const load = (name: string): Promise<ClientFeatures> =>
  import(pathToFileURL(join(folder, name, 'generated/client-features.ts')).href);

test('are undefined if no operation needs them', async () => {
  expect({ ...(await load('nullable')) }).toEqual({
    createPaginateMethods: undefined,
    operationRules: undefined,
    requestInput: undefined,
  });
  const { createPaginateMethods, operationRules, requestInput } = await load('pagination');
  expect([typeof createPaginateMethods, operationRules, typeof requestInput]).toEqual([
    'function',
    undefined,
    'object',
  ]);
  expect((await load('writes')).createPaginateMethods).toBeUndefined();
});

test('parameters are required, validated against their schemas, and serialized as the document says', async () => {
  const { requestInput } = await load('parameters');
  const valid = { q: 'a&b', tag: ['a', 'b'], ids: [1, 2], since: null, 'X-Tenant': 't_1' };
  expect(requestInput.findProblem('search', valid)).toBeUndefined();
  expect(requestInput.listQuery('search', valid).map((pair) => pair.join('='))).toEqual([
    'q=a%26b',
    'tag=a',
    'tag=b',
    'ids=1,2',
  ]);
  expect(requestInput.createContent('search', valid)).toEqual({ headers: { 'x-tenant': 't_1' } });
  expect(requestInput.findProblem('search', { ...valid, q: undefined })).toBe('q is missing.');
  expect(requestInput.findProblem('search', { ...valid, tag: ['a', 'c'] })).toBe(
    'tag[1]: expected "a" or "b", got "c".',
  );
  expect(requestInput.findProblem('search', { ...valid, 'X-Tenant': '' })).toBe(
    'X-Tenant: expected a string that matches ^t_, got "".',
  );
  expect(requestInput.findProblem('getPet', {})).toBe('id is missing.');
  expect(requestInput.encodePathValue(['a/b', 'c'])).toBe('a%2Fb,c');
  expect(requestInput.pickHeaders('search', { 'x-tenant': 't_1', other: 'a' })).toEqual({ 'X-Tenant': 't_1' });
});

test('bodies are validated as JSON, and sent with the media type of the document', async () => {
  const { requestInput } = await load('writes');
  expect(requestInput.findProblem('createOrder', {})).toBe('body is missing.');
  expect(requestInput.findProblem('createOrder', { body: { item: 1 } })).toBe(
    'body.item: expected string, got integer.',
  );
  expect(requestInput.findProblem('createOrder', { body: { item: new Date(0) } })).toBeUndefined();
  expect(requestInput.findProblem('deleteOrder', { id: 1 })).toBeUndefined();
  expect(requestInput.findProblem('deleteOrder', { id: 1, body: { reason: 1 } })).toBe(
    'body.reason: expected string, got integer.',
  );
  expect(requestInput.createContent('deleteOrder', { id: 1 })).toEqual({ headers: {} });
  expect(requestInput.createContent('changeOrder', { id: 1, body: { item: 'a' } })).toEqual({
    headers: { 'content-type': 'application/merge-patch+json; charset=utf-8' },
    body: '{"item":"a"}',
  });
});

test('an idempotency key is created if the caller gives none, on every runtime', async () => {
  const { requestInput } = await load('writes');
  const createKey = (input: object = {}) =>
    requestInput.createContent('createOrder', { ...input }).headers['idempotency-key'];
  expect(createKey({ 'Idempotency-Key': 'mine' })).toBe('mine');
  expect(createKey()).toMatch(/^[\da-f-]{36}$/);
  const { crypto } = globalThis;
  for (const other of [{ getRandomValues: crypto.getRandomValues.bind(crypto) }, undefined]) {
    vi.stubGlobal('crypto', other);
    expect(createKey()).toMatch(/^[\da-f]{32}$/);
    expect(createKey()).not.toBe(createKey());
    vi.unstubAllGlobals();
  }
  expect(requestInput.findProblem('createOrder', { body: { item: 'a' }, 'Idempotency-Key': '' })).toBe(
    'Idempotency-Key is empty.',
  );
});

test('only the status codes of the document are a success, and only safe requests are sent again', async () => {
  const { operationRules: writes } = await load('writes');
  expect([200, 201, 202, 204, 409].filter((status) => writes.isSuccess('createOrder', status))).toEqual([201, 202]);
  expect([201, 202].filter((status) => writes.isEmpty('createOrder', status))).toEqual([202]);
  const ids = ['createOrder', 'changeOrder', 'deleteOrder'];
  expect(ids.map((id) => writes.isRetryable(id))).toEqual([true, true, false]);
  const { operationRules: ranges } = await load('ranges');
  expect([199, 200, 299, 300].filter((status) => ranges.isSuccess('createJob', status))).toEqual([200, 299]);
  expect([ranges.isRetryable('createJob'), ranges.isRetryable('getJob')]).toEqual([false, true]);
  expect([ranges.findSchema('getJob', 202), ranges.findSchema('createJob', 202)]).toEqual([
    expect.objectContaining({ enum: ['queued', 'running'] }),
    undefined,
  ]);
});

test('pages are requested when their items are needed, until there is no next page', async () => {
  const { createPaginateMethods } = await load('pagination');
  const inputs: unknown[] = [];
  const pages: unknown[] = [];
  const sendCall = async (operationId: string, input: object, options: unknown) => {
    inputs.push([operationId, input, options]);
    return { value: pages.length > 1 ? pages.shift() : pages[0] };
  };
  class PageError extends Error {
    readonly details: unknown;
    constructor(message: string, details: unknown) {
      super(message);
      this.details = details;
    }
  }
  const methods = createPaginateMethods(sendCall, PageError) as Readonly<
    Record<string, (input?: object, options?: object) => AsyncGenerator<unknown>>
  >;
  const collect = async (id: string, responses: readonly unknown[], input: object = {}) => {
    inputs.length = 0;
    pages.splice(0, pages.length, ...responses);
    const items: unknown[] = [];
    for await (const item of methods[id]?.(input, { timeout: 1 }) ?? []) items.push(item);
    return items;
  };
  expect(Object.keys(methods)).toEqual(['listEvents', 'listUsers']);

  const cursorPages = [
    { data: [1, 2], meta: { next: 'b' } },
    { data: [], meta: { next: 'c' } },
    { data: [3], meta: {} },
  ];
  expect(await collect('listEvents', cursorPages, { after: 'a', limit: 2 })).toEqual([1, 2, 3]);
  expect(inputs).toEqual(['a', 'b', 'c'].map((after) => ['listEvents', { after, limit: 2 }, { timeout: 1 }]));
  expect(await collect('listUsers', [['a', 'b'], ['a'], []], { skip: 5 })).toEqual(['a', 'b', 'a']);
  expect(inputs).toEqual([5, 7, 8].map((skip) => ['listUsers', { skip }, { timeout: 1 }]));

  await expect(collect('listEvents', [{ data: [1], meta: { next: 'a' } }], { after: 'a' })).rejects.toMatchObject({
    message: 'The response violates the contract at meta.next: the same cursor as in an earlier page.',
    details: { operationId: 'listEvents', path: 'meta.next', attempts: 1 },
  });
  await expect(collect('listUsers', [['a']])).rejects.toThrow(
    'The response violates the contract: the same items for another value of skip.',
  );
  await expect(collect('listEvents', [{ meta: {} }])).rejects.toThrow('data: expected array');

  pages.splice(0, pages.length, { data: [1, 2], meta: { next: 'b' } });
  inputs.length = 0;
  const iterator = methods.listEvents?.();
  expect(inputs).toEqual([]);
  await iterator?.next();
  await iterator?.return(undefined);
  expect(inputs).toHaveLength(1);
});
