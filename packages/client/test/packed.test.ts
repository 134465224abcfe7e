// Tests the client as users install it: packed, and outside the workspace. `pnpm matrix` runs it on the other runtimes.
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as source from '@giftoin/client';
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

test.each(['nodenext', 'bundler'] as const)(
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

test('exports the same names as the sources', async () => {
  const { resolve } = createRequire(join(consumer.folder, 'package.json'));
  const listExports = async (name: string) => Object.keys(await import(pathToFileURL(resolve(name)).href)).sort();
  expect(await listExports('@giftoin/client')).toEqual(Object.keys(source).sort());
  expect(await listExports('@giftoin/client/testing')).toEqual(Object.keys(testing).sort());
});
