import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
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
  await mkdir(join(directory, 'site/guides/a b'), { recursive: true });
  await writeFile(join(directory, 'site/guides/a b/index.html'), 'a guide');
  await mkdir(join(directory, 'site/empty'));
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

test.each([
  ['notes.md', 'text/markdown;charset=utf-8'],
  ['openapi.yaml', 'application/yaml'],
  ['openapi.json', 'application/json'],
  ['llms.txt', 'text/plain;charset=utf-8'],
  ['sitemap.xml', 'application/xml'],
  ['image.svg', 'image/svg+xml'],
  ['index.pf_meta', 'application/octet-stream'],
])('serves %s as %s', async (name, type) => {
  await writeFile(join(directory, 'site', name), 'text');
  expect(await send(`/${name}`)).toMatchObject({ status: 200, headers: { 'content-type': type }, body: 'text' });
});

test('redirects to the slash at the end of the address of a page, with a relative address', async () => {
  expect(await send('/guides/a%20b?x=1')).toMatchObject({ status: 308, headers: { location: './a%20b/' } });
  expect(await send('/guides/a%20b/')).toMatchObject({ status: 200, body: 'a guide' });
});

test('serves a file again after it has changed, and no longer after it is deleted', async () => {
  const file = join(directory, 'site/changing.txt');
  await writeFile(file, 'old');
  expect(await send('/changing.txt')).toMatchObject({ body: 'old' });
  await writeFile(file, 'changed');
  expect(await send('/changing.txt')).toMatchObject({ body: 'changed' });
  await rm(file);
  expect(await send('/changing.txt')).toMatchObject({ status: 404 });
});

test('returns the page of the site to a browser if there is no such page', async () => {
  await writeFile(join(directory, 'site/404.html'), 'not here');
  const found = await send('/nothing', { headers: { Accept: 'text/html,*/*' } });
  await rm(join(directory, 'site/404.html'));
  expect(found).toMatchObject({
    status: 404,
    headers: { 'content-type': 'text/html;charset=utf-8' },
    body: 'not here',
  });
});

// Linux lists the open descriptors of the process.
test.runIf(process.platform === 'linux')('a response that a client breaks off holds no descriptor', async () => {
  const countDescriptors = () => readdirSync('/proc/self/fd').length;
  await writeFile(join(directory, 'site/large.txt'), 'x'.repeat(8_000_000));
  const before = countDescriptors();
  for (let round = 0; round < 30; round += 1) {
    const socket = connect(docs.port, '127.0.0.1');
    socket.write('GET /large.txt HTTP/1.1\r\nHost: docs\r\n\r\n');
    await once(socket, 'data');
    socket.destroy();
    await once(socket, 'close');
  }
  expect((await send('/large.txt', { method: 'HEAD' })).headers['content-length']).toBe('8000000');
  // The server sees the end of a connection later than the client.
  await expect.poll(countDescriptors).toBeLessThanOrEqual(before + 2);
});

test('returns 503 for a file that cannot be read, and keeps running', async () => {
  // A path that leads to itself.
  await symlink('loop.txt', join(directory, 'site/loop.txt'));
  expect(await send('/loop.txt')).toMatchObject({
    status: 503,
    body: 'The file cannot be read now (ELOOP). Try again.\n',
  });
  expect(await send('/')).toMatchObject({ status: 200 });
});

test.each([
  'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
  'nonsense\r\n\r\n',
  'GET http://[ HTTP/1.1\r\nHost: a\r\n\r\n',
])('survives %j', async (bytes) => {
  const socket = connect(docs.port, '127.0.0.1');
  socket.end(bytes);
  await text(socket).catch(() => undefined);
  expect(await send('/')).toMatchObject({ status: 200 });
});

test('close() completes a response that is being sent', async () => {
  const other = await startDocs({ port: 0, directory: join(directory, 'site') });
  await writeFile(join(directory, 'site/large.txt'), 'x'.repeat(8_000_000));
  const [response] = (await once(request({ port: other.port, path: '/large.txt' }).end(), 'response')) as [
    IncomingMessage,
  ];
  const [body] = await Promise.all([text(response), other.close()]);
  expect(body).toHaveLength(8_000_000);
});

test.each([
  '/nothing',
  '/empty',
  '/empty/',
  '/%',
  '/%zz',
  '/%00',
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/index.html/x',
])('returns 404 for %s', async (path) => {
  expect(await send(path)).toMatchObject({ status: 404, body: 'Page not found.\n' });
});

test('ignores a range that ends before it starts', async () => {
  expect(await send('/', { headers: { Range: 'bytes=5-2' } })).toMatchObject({ status: 200 });
});

test('rejects a port that is in use', async () => {
  await expect(startDocs({ port: docs.port, directory })).rejects.toThrow(
    `Port ${docs.port} on 127.0.0.1 is already in use. Stop the other process, or choose another port.`,
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
