import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** A directory with the site in `some/prefix`. */
    siteRoot: string;
  }
}

/** The public address that the site of the tests is built for. */
export const publicAddress = 'https://docs.example.org/contract/';

/** Builds the site once for all tests. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const root = await mkdtemp(join(tmpdir(), 'docs-site-'));
  const args = ['build/cli.ts', '--directory', join(root, 'some/prefix'), '--site', publicAddress];
  const remove = () => rm(root, { recursive: true, force: true });
  try {
    await promisify(execFile)(process.execPath, args, { cwd: fileURLToPath(new URL('..', import.meta.url)) });
  } catch (error) {
    await remove();
    throw error;
  }
  provide('siteRoot', root);
  return remove;
}
