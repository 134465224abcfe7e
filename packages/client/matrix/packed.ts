import { execFile } from 'node:child_process';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
/** What a user of the client installs of this workspace. */
const parts = ['types', 'rules', 'client'];

/**
 * Packs the built client with what it stands on, and installs it in a folder outside the workspace, as its users do.
 *
 * @param more what else the consumer installs, such as `name@1.0.0`
 * @returns the tarballs
 */
export async function installPacked(folder: string, more: readonly string[] = []): Promise<readonly string[]> {
  const filters = parts.map((part) => `--filter=@giftoin/${part}`);
  const pnpm = (...words: string[]) => run('npx', ['-y', 'pnpm@12', ...filters, ...words], { cwd: root });
  await pnpm('run', 'build');

  const tarballFolder = join(folder, 'tarballs');
  await mkdir(tarballFolder, { recursive: true });
  await pnpm('pack', '--pack-destination', tarballFolder);
  const tarballs = (await readdir(tarballFolder)).map((name) => join(tarballFolder, name));

  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', [...installing, ...tarballs, ...more], { cwd: folder });
  return tarballs;
}

/** What is installed comes from the registry or npm's cache, and runs no script. */
export const installing = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];
