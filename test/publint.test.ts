import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { lintTarball, packPackages } from '@giftoin/packing';
import { expect, test } from 'vitest';
import manifest from './package.json' with { type: 'json' };

test('publint has no message about any published package', { timeout: 120_000 }, async () => {
  const { stdout } = await promisify(execFile)('pnpm', ['--recursive', 'list', '--depth', '-1', '--json']);
  const workspace: { name: string; private: boolean }[] = JSON.parse(stdout);
  const published = workspace.filter((each) => !each.private).map(({ name }) => name);
  // A dependency makes turbo build the package first, and run this test again when the package changes.
  expect(Object.keys(manifest.devDependencies)).toEqual(expect.arrayContaining(published));
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-publint-'));
  try {
    const tarballs = await packPackages(published, folder);
    const packed = tarballs.map((tarball) => basename(tarball).replace(/^giftoin-(.*)-\d.*$/, '@giftoin/$1'));
    expect(packed.sort()).toEqual(published.sort());
    await Promise.all(tarballs.map(lintTarball));
  } finally {
    await rm(folder, { recursive: true });
  }
});
