import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../lint-imports.ts', import.meta.url));
let folder = '';

beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'giftoin-imports-')));
  await write({
    'package.json': '{ "name": "root", "private": true }',
    'packages/a/package.json':
      '{ "name": "@x/a", "dependencies": { "@x/b": "*" }, "devDependencies": { "@x/c": "*" } }',
    'packages/a/src/index.ts': "import { join } from 'node:path';\nimport { b } from '@x/b';\nexport { b, join };",
    'packages/b/package.json': '{ "name": "@x/b", "exports": "./src/index.ts" }',
    'packages/b/src/index.ts': 'export const b = 1;',
    'packages/c/package.json': '{ "name": "@x/c", "exports": "./src/index.ts", "private": true }',
    'packages/c/src/index.ts': 'export const c = 1;',
  });
  await write({ 'node_modules/y/package.json': '{ "name": "y", "exports": "./dist/index.js" }' });
  await mkdir(join(folder, 'node_modules/@x'), { recursive: true });
  for (const name of ['b', 'c']) await symlink(join(folder, 'packages', name), join(folder, 'node_modules/@x', name));
});
afterEach(() => rm(folder, { recursive: true }));

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}

function lint(): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [script, folder], (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

test('prints the longest chain of imports if all are declared', async () => {
  expect(await lint()).toEqual({
    code: 0,
    stdout: '2 modules, no cycle, longest chain 2: packages/a/src/index.ts -> packages/b/src/index.ts\n',
    stderr: '',
  });
});

test.each([
  [
    'a cycle of type-only imports',
    {
      'packages/b/src/index.ts': "import type { d } from './d.ts';\nexport const b: typeof d = 1;",
      'packages/b/src/d.ts': "import type { b } from './index.ts';\nexport const d: typeof b = 1;",
    },
    'packages/b/src/index.ts: import cycle packages/b/src/index.ts -> packages/b/src/d.ts -> packages/b/src/index.ts.',
  ],
  [
    'a path into another package',
    { 'packages/a/src/index.ts': "import '../../b/src/index.ts';" },
    'packages/a/src/index.ts: "../../b/src/index.ts" leaves the package. Import the other package by its name and declare it.',
  ],
  [
    'a package that is not declared',
    { 'packages/b/src/index.ts': "import '@x/c';" },
    'packages/b/src/index.ts: "@x/c" is not declared in packages/b/package.json.',
  ],
  [
    'an installed package that is not declared',
    { 'node_modules/y/dist/index.js': 'export {};', 'packages/b/src/index.ts': "import 'y';" },
    'packages/b/src/index.ts: "y" is not declared in packages/b/package.json.',
  ],
  [
    'a development dependency in published code',
    { 'packages/a/src/index.ts': "import '@x/c';" },
    'packages/a/src/index.ts: "@x/c" is only in devDependencies, but this file is published. Move it to dependencies.',
  ],
  [
    'a module that does not exist',
    { 'packages/a/src/index.ts': "import './missing.ts';" },
    'packages/a/src/index.ts: cannot resolve "./missing.ts". Declare its package in package.json, or correct the path.',
  ],
])('fails on %s', async (_title, files, problem) => {
  await write(files);
  const { code, stdout, stderr } = await lint();
  expect([code, stdout, stderr.split('\n')[0]]).toEqual([1, '', problem]);
});

test('reads a workspace whose path has # and %', async () => {
  const moved = join(await realpath(tmpdir()), `giftoin-a#b%c-${process.pid}`);
  await rename(folder, moved);
  folder = moved;
  await rm(join(folder, 'node_modules'), { recursive: true });
  await mkdir(join(folder, 'node_modules/@x'), { recursive: true });
  await symlink('../../packages/b', join(folder, 'node_modules/@x/b'));
  expect(await lint()).toMatchObject({ code: 0, stderr: '' });
  await write({ 'packages/b/src/index.ts': "import './d.ts';", 'packages/b/src/d.ts': "import './index.ts';" });
  expect((await lint()).stderr).toMatch(/^packages\/b\/src\/index\.ts: import cycle /);
});

test('accepts a development dependency in a test', async () => {
  await write({ 'packages/a/test/a.test.ts': "import '@x/c';" });
  expect(await lint()).toMatchObject({ code: 0, stderr: '' });
});
