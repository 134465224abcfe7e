import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as clientPackage from '@giftoin/client';
import * as openapiFetch from '@giftoin/client/openapi-fetch';
import * as testing from '@giftoin/client/testing';
import * as webhooks from '@giftoin/client/webhooks';
import * as types from '@giftoin/types';
import { expect, test } from 'vitest';
import { version } from '../src/version.ts';

const run = promisify(execFile);
const source = new URL('../src/', import.meta.url);

const program = `
const accessed = [];
for (const name of ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'AbortController', 'AbortSignal', 'TextDecoder',
  'ReadableStream', 'performance', 'crypto', 'URL', 'DOMException']) {
  const { value, get } = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { configurable: true, get: () => (accessed.push(name), get ? get.call(globalThis) : value) });
}
const { createGiftoinClient } = await import('@giftoin/client');
const atImport = [...accessed];
await createGiftoinClient({ apiKey: 'k', fetch: async () => Response.json([]) })
  .listCollectionChallengeProgress({ platform: 'discord', platformUserId: '1' });
console.log(JSON.stringify({ atImport, atCall: accessed.includes('AbortController') }));
`;

test('accesses no web global when it is imported', async () => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(source),
  });
  expect(JSON.parse(stdout)).toEqual({ atImport: [], atCall: true });
});

test('imports openapi-fetch in one file, and in its own interface', async () => {
  const names = (await readdir(source, { recursive: true })).filter((name) => name.endsWith('.ts')).sort();
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, source), 'utf8')));
  expect(names.filter((_, index) => texts[index]?.includes("'openapi-fetch'"))).toEqual([
    'openapi-fetch.ts',
    'openapi-fetch/create-client-options.ts',
    'openapi-fetch/create-client.ts',
    'transport/http-request.ts',
  ]);
});

test('has the version of its package.json', async () => {
  const manifest = JSON.parse(await readFile(new URL('../package.json', source), 'utf8'));
  expect(version).toBe(manifest.version);
});

const advice =
  'The public names have changed. If that is intended, update this list and describe the change in a changeset.';

test('exports these names, and those that @giftoin/types builds from the document', () => {
  const names = Object.keys(clientPackage).filter((name) => !(name in types));
  expect(names.sort(), advice).toEqual([
    'AbortedError',
    'BadArgumentError',
    'BadRequestError',
    'ForbiddenError',
    'GiftoinError',
    'InternalServerError',
    'NetworkError',
    'NotFoundError',
    'NotJsonError',
    'PaymentRequiredError',
    'RedirectError',
    'TimeoutError',
    'TooLargeError',
    'TooManyRequestsError',
    'UnauthorizedError',
    'UnexpectedStatusError',
    'WrongShapeError',
    'createGiftoinClient',
    'isGiftoinError',
  ]);
  expect(Object.keys(types).filter((name) => !(name in clientPackage))).toEqual([]);
});

test('exports these names from /openapi-fetch', () => {
  expect(Object.keys(openapiFetch).sort(), advice).toEqual(['createClient', 'default']);
});

test('exports these names from /testing', () => {
  expect(Object.keys(testing).sort(), advice).toEqual(['fakeFetch', 'fixtures']);
});

test('exports these names from /webhooks', () => {
  expect(Object.keys(webhooks).sort(), advice).toEqual(['WebhookError', 'parseWebhook', 'webhookNames']);
});
