// The client as its users get it: packed, and installed outside the workspace. The other runtimes are in `pnpm matrix`.
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as source from '@giftoin/client';
import * as testing from '@giftoin/client/testing';
import { lintTarball } from '@giftoin/packing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkTarballTypes } from '../matrix/check-tarball-types.ts';
import { type Consumer, makeConsumer } from '../matrix/consumer.ts';
import { runCommand } from '../matrix/programs.ts';
import { type Servers, startServers } from '../matrix/servers.ts';
import { checkTypes } from '../matrix/typings.ts';

let consumer: Consumer;
let servers: Servers;

beforeAll(async () => {
  [consumer, servers] = await Promise.all([makeConsumer(), startServers()]);
}, 120_000);

afterAll(() => Promise.all([consumer?.remove(), servers?.close()]));

test.each(['import.mjs', 'require.cjs'])(
  'it does all it promises in a program with %s',
  { timeout: 30_000 },
  (module) => runCommand([process.execPath], module, consumer, servers),
);

test.each(['nodenext', 'bundler'] as const)(
  'its types hold under %s, its declarations too',
  { timeout: 30_000 },
  (resolution) =>
    checkTypes(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), resolution, consumer),
);

test('publint has nothing to say of any tarball, and their types are those of their code', async () => {
  expect(consumer.tarballs.map((tarball) => basename(tarball).replace(/-\d.*$/, ''))).toEqual([
    'giftoin-client',
    'giftoin-protocol',
    'giftoin-rules',
    'giftoin-types',
  ]);
  await Promise.all(consumer.tarballs.flatMap((tarball) => [lintTarball(tarball), checkTarballTypes(tarball)]));
});

test('it exports what the sources export', async () => {
  const { resolve } = createRequire(join(consumer.folder, 'package.json'));
  const namesOf = async (name: string) => Object.keys(await import(pathToFileURL(resolve(name)).href)).sort();
  expect(await namesOf('@giftoin/client')).toEqual(Object.keys(source).sort());
  expect(await namesOf('@giftoin/client/testing')).toEqual(Object.keys(testing).sort());
});
