import { execFile } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));
/** What a sandbox consists of when it is published. */
const parts = ['openapi', 'packages/types', 'packages/http', 'apps/sandbox'];

/**
 * Packs the built sandbox and installs it in an empty folder, as its users do.
 *
 * @returns the path of its command
 */
export async function installPacked(folder: string): Promise<string> {
  const pnpm = ['-y', 'pnpm@12', 'pack', '--pack-destination', folder];
  for (const part of parts) await run('npx', pnpm, { cwd: join(root, part) });
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const tarballs = (await readdir(folder)).filter((name) => name.endsWith('.tgz')).map((name) => join(folder, name));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], { cwd: folder });
  return join(folder, 'node_modules/.bin/giftoin-sandbox');
}
