import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';

const script = fileURLToPath(new URL('../lint-packages.ts', import.meta.url));
const web = 'https://github.com/x/y';
const complete = {
  name: '@x/a',
  version: '1.0.0',
  description: 'A.',
  keywords: ['a'],
  homepage: `${web}/tree/main/packages/a#readme`,
  bugs: `${web}/issues`,
  repository: { type: 'git', url: `git+${web}.git`, directory: 'packages/a' },
  license: 'MIT',
  type: 'module',
  engines: { node: '>=20' },
  exports: './dist/index.js',
  files: ['dist'],
  publishConfig: { access: 'public' },
  scripts: {
    prepack: 'node ../../release/src/build-before-pack.ts',
    prepublishOnly: 'node ../../release/src/check-before-publish.ts',
  },
};
const root = {
  ...complete,
  private: true,
  homepage: `${web}#readme`,
  repository: { type: 'git', url: `git+${web}.git` },
};
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'giftoin-packages-'));
  execFileSync('git', ['init', '--quiet', folder]);
  await mkdir(join(folder, 'packages/a'), { recursive: true });
  await writeFile(join(folder, 'package.json'), JSON.stringify(root));
});
afterEach(() => rm(folder, { recursive: true }));

async function lint(manifest: object) {
  await writeFile(join(folder, 'packages/a/package.json'), JSON.stringify(manifest));
  return promisify(execFile)(process.execPath, [script, folder]);
}

test('accepts a complete package', async () => {
  expect((await lint(complete)).stdout).toBe('2 package.json files are complete.\n');
});

test.each([
  [
    { scripts: { ...complete.scripts, prepack: undefined } },
    'packages/a/package.json: the script "prepack" is missing or different. Set it to "node ../../release/src/build-before-pack.ts".\n',
  ],
  [{ keywords: undefined }, 'packages/a/package.json: "keywords" is missing.\n'],
  [
    { bugs: 'https://example.com' },
    `packages/a/package.json: "bugs" is "https://example.com". Set it to "${web}/issues".\n`,
  ],
])('fails on %j', async (change, stderr) => {
  await expect(lint({ ...complete, ...change })).rejects.toMatchObject({ code: 1, stderr });
});
