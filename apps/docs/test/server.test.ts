import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Docs, startDocs } from '../src/server/index.ts';

let directory: string;
let docs: Docs;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'docs-server-'));
  await mkdir(join(directory, 'site'));
  await writeFile(join(directory, 'site', 'index.html'), 'the page');
  await writeFile(join(directory, 'secret.txt'), 'not public');
  docs = await startDocs({ port: 0, directory: join(directory, 'site') });
});

afterAll(async () => {
  await docs?.close();
  await rm(directory, { recursive: true, force: true });
});

// `fetch` normalizes URLs. `request` sends the path unchanged.
async function send(path: string, options: RequestOptions = {}) {
  const [response] = (await once(request({ port: docs.port, path, ...options }).end(), 'response')) as [
    IncomingMessage,
  ];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

test('serves a page with headers for revalidation, its content type and no referrer', async () => {
  const { status, headers, body } = await send('/');
  expect({ status, body }).toEqual({ status: 200, body: 'the page' });
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/html;charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(await send('/', { headers: { 'If-None-Match': headers.etag } })).toMatchObject({ status: 304, body: '' });
});

test('responds to HEAD without a body and rejects other methods with 405', async () => {
  expect(await send('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  expect(await send('/', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test.each(['/nothing', '/%', '/%zz', '/%00', '/../secret.txt', '/%2e%2e/secret.txt', '/index.html/x'])(
  'returns 404 for %s',
  async (path) => {
    expect(await send(path)).toMatchObject({ status: 404, body: 'Page not found.\n' });
  },
);

test('ignores a range that ends before it starts', async () => {
  expect(await send('/', { headers: { Range: 'bytes=5-2' } })).toMatchObject({ status: 200 });
});

test('rejects a port that is in use', async () => {
  await expect(startDocs({ port: docs.port, directory })).rejects.toThrow(
    `Port ${docs.port} on 127.0.0.1 is already in use. Stop the other process or choose another port.`,
  );
});

test('rejects a directory that does not exist', async () => {
  await expect(startDocs({ port: 0, directory: join(directory, 'missing') })).rejects.toThrow(/Run: pnpm build$/);
});

test('close() closes open connections and frees the port', async () => {
  const other = await startDocs({ port: 0, directory });
  const socket = connect(other.port, '127.0.0.1');
  await once(socket, 'connect');
  await Promise.all([other.close(), once(socket, 'close')]);
  const again = await startDocs({ port: other.port, directory });
  await again.close();
});
