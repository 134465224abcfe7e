import { execFile } from 'node:child_process';
import { access, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Packs the built sandbox and installs it in an empty folder, as its users do.
 *
 * @returns the path of its command
 * @throws {Error} where it is not built
 */
export async function installPacked(folder: string): Promise<string> {
  await access(join(root, 'apps/sandbox/dist/cli.js')).catch(() => {
    throw new Error('The sandbox is not built, so that it cannot be packed. Run: pnpm build');
  });
  // With the packages that it needs when it is published.
  const parts = ['--filter-prod', '@giftoin/sandbox...'];
  await run('npx', ['-y', 'pnpm@12', ...parts, 'pack', '--pack-destination', folder], { cwd: root });
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const tarballs = (await readdir(folder)).filter((name) => name.endsWith('.tgz')).map((name) => join(folder, name));
  await run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs], { cwd: folder });
  return join(folder, 'node_modules/.bin/giftoin-sandbox');
}
