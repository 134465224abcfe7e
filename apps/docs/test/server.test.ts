import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, type RequestOptions, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Docs, startDocs } from '../src/index.ts';

let directory: string;
let docs: Docs;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'docs-server-'));
  await mkdir(join(directory, 'site'));
  await writeFile(join(directory, 'site', 'index.html'), 'the page');
  await writeFile(join(directory, 'secret.txt'), 'not for the web');
  docs = await startDocs({ port: 0, directory: join(directory, 'site') });
});

afterAll(async () => {
  await docs?.close();
  await rm(directory, { recursive: true, force: true });
});

// `fetch` mends addresses before it sends them; these are to arrive as they are.
async function ask(path: string, options: RequestOptions = {}) {
  const [response] = (await once(request({ port: docs.port, path, ...options }).end(), 'response')) as [
    IncomingMessage,
  ];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

test('a page is served so that it is revalidated, taken for what it is, and named to nobody', async () => {
  const { status, headers, body } = await ask('/');
  expect({ status, body }).toEqual({ status: 200, body: 'the page' });
  expect(headers).toMatchObject({
    'cache-control': 'no-cache',
    'content-type': 'text/html;charset=utf-8',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  });
  expect(await ask('/', { headers: { 'If-None-Match': headers.etag } })).toMatchObject({ status: 304, body: '' });
});

test('HEAD answers without a body, and other methods are refused', async () => {
  expect(await ask('/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  expect(await ask('/', { method: 'POST' })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
});

test.each(['/nothing', '/%', '/%zz', '/%00', '/../secret.txt', '/%2e%2e/secret.txt', '/index.html/x'])(
  '%s is not found',
  async (path) => {
    expect(await ask(path)).toMatchObject({ status: 404, body: 'There is no such page.\n' });
  },
);

test('a range that ends before it starts does not end the server', async () => {
  expect(await ask('/', { headers: { Range: 'bytes=5-2' } })).toMatchObject({ status: 200 });
});

test('a port in use is named, with what to do', async () => {
  await expect(startDocs({ port: docs.port, directory })).rejects.toThrow(
    `Port ${docs.port} on 127.0.0.1 is already in use. Stop what uses it or choose another port.`,
  );
});

test('docs that are not built are named, with what to do', async () => {
  await expect(startDocs({ port: 0, directory: join(directory, 'missing') })).rejects.toThrow(/run: pnpm build$/);
});

test('closing ends open connections and frees the port', async () => {
  const other = await startDocs({ port: 0, directory });
  const socket = connect(other.port, '127.0.0.1');
  await once(socket, 'connect');
  await Promise.all([other.close(), once(socket, 'close')]);
  const again = await startDocs({ port: other.port, directory });
  await again.close();
});
