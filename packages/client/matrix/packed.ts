import { execFile } from 'node:child_process';
import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Whatever takes longer hangs, and must not be left behind. */
const run = (program: string, words: readonly string[], cwd: string) =>
  promisify(execFile)(program, words, { cwd, timeout: 200_000 });
const root = fileURLToPath(new URL('../../..', import.meta.url));
/** What a user of the client installs of this workspace. */
const parts = ['types', 'rules', 'client'];

/**
 * Packs the built client with what it stands on, and installs it in a folder outside the workspace, as its users do.
 *
 * @param more what else the consumer installs, such as `name@1.0.0`
 * @returns the tarballs
 * @throws {Error} where one of them is not built
 */
export async function installPacked(folder: string, more: readonly string[] = []): Promise<readonly string[]> {
  for (const part of parts) {
    await access(join(root, 'packages', part, 'dist/index.js')).catch(() => {
      throw new Error(`@giftoin/${part} is not built, so that it cannot be packed. Run: pnpm build`);
    });
  }
  const filters = parts.map((part) => `--filter=@giftoin/${part}`);
  const tarballFolder = join(folder, 'tarballs');
  await mkdir(tarballFolder, { recursive: true });
  await run('pnpm', [...filters, 'pack', '--pack-destination', tarballFolder], root);
  const tarballs = (await readdir(tarballFolder)).map((name) => join(tarballFolder, name));

  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', [...installing, ...tarballs, ...more], folder);
  return tarballs;
}

/** What is installed comes from the registry or npm's cache, and runs no script. */
export const installing = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
