// Tests the client as users install it: packed, and outside the workspace. `pnpm matrix` runs it on the other runtimes.
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as source from '@giftoin/client';
import * as openapiFetch from '@giftoin/client/openapi-fetch';
import * as testing from '@giftoin/client/testing';
import { lintTarball } from '@giftoin/packing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkTarballTypes } from '../matrix/check-tarball-types.ts';
import { checkTypes } from '../matrix/check-types.ts';
import { type Consumer, createConsumer } from '../matrix/consumer.ts';
import { runCommand } from '../matrix/run-program.ts';
import { type Servers, startServers } from '../matrix/servers.ts';

let consumer: Consumer;
let servers: Servers;

beforeAll(async () => {
  [consumer, servers] = await Promise.all([createConsumer(), startServers()]);
}, 240_000);

afterAll(() => Promise.all([consumer?.remove(), servers?.close()]));

test.each(['import.mjs', 'require.cjs'])('works in a program with %s', { timeout: 120_000 }, (module) =>
  runCommand([process.execPath], module, consumer, servers),
);

test.each(['nodenext', 'bundler', 'node16 in a CommonJS package'] as const)(
  'has valid types with the module resolution %s',
  { timeout: 120_000 },
  (resolution) =>
    checkTypes(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), resolution, consumer),
);

test('packs tarballs without any finding of publint or arethetypeswrong', async () => {
  expect(consumer.tarballs.map((tarball) => basename(tarball).replace(/-\d.*$/, ''))).toEqual([
    'giftoin-client',
    'giftoin-protocol',
    'giftoin-rules',
    'giftoin-types',
  ]);
  await Promise.all(consumer.tarballs.flatMap((tarball) => [lintTarball(tarball), checkTarballTypes(tarball)]));
});

test.each([
  ['index', source],
  ['openapi-fetch', openapiFetch],
  ['testing', testing],
])('the entry %s exports the same names as the sources, to import and to require', async (entry, names) => {
  const require = createRequire(join(consumer.folder, 'package.json'));
  const required = require(entry === 'index' ? '@giftoin/client' : `@giftoin/client/${entry}`);
  const file = join(consumer.folder, `node_modules/@giftoin/client/dist/${entry}.js`);
  const imported = await import(pathToFileURL(file).href);
  expect(Object.keys(imported).sort()).toEqual(Object.keys(names).sort());
  expect(Object.keys(required).sort()).toEqual(Object.keys(names).sort());
});

test('exports its package.json', () => {
  const require = createRequire(join(consumer.folder, 'package.json'));
  expect(require('@giftoin/client/package.json').name).toBe('@giftoin/client');
});
