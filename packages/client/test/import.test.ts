import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { version } from '../src/version.ts';

const run = promisify(execFile);
const source = new URL('../src/', import.meta.url);

const program = `
const touched = [];
for (const name of ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'AbortController', 'AbortSignal', 'TextDecoder',
  'ReadableStream', 'performance', 'crypto', 'URL', 'DOMException']) {
  const { value, get } = Object.getOwnPropertyDescriptor(globalThis, name);
  Object.defineProperty(globalThis, name, { configurable: true, get: () => (touched.push(name), get ? get.call(globalThis) : value) });
}
const { createGiftoinClient } = await import('@giftoin/client');
const atImport = [...touched];
await createGiftoinClient({ apiKey: 'k', fetch: async () => Response.json([]) })
  .listCollectionChallengeProgress({ platform: 'discord', platformUserId: '1' });
console.log(JSON.stringify({ atImport, atCall: touched.includes('AbortController') }));
`;

test('no web global is touched at import', async () => {
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], {
    cwd: fileURLToPath(source),
  });
  expect(JSON.parse(stdout)).toEqual({ atImport: [], atCall: true });
});

test('openapi-fetch is known to one file', async () => {
  const names = (await readdir(source, { recursive: true })).filter((name) => name.endsWith('.ts'));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, source), 'utf8')));
  expect(names.filter((_, index) => texts[index]?.includes("'openapi-fetch'"))).toEqual(['transport/http-request.ts']);
});

test('the version that the client tells is that of its package', async () => {
  const manifest = JSON.parse(await readFile(new URL('../package.json', source), 'utf8'));
  expect(version).toBe(manifest.version);
});
