import { access, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from './run.ts';

const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Packs built workspace packages, and the workspace packages they depend on in production. Requires pnpm in the PATH;
 * every script that pnpm runs has it there.
 *
 * @param packages names of workspace packages
 * @param folder where the tarballs go; created if it does not exist
 * @returns the paths of the tarballs
 * @throws {Error} if a package is not built
 */
export async function packPackages(packages: readonly string[], folder: string): Promise<readonly string[]> {
  const filters = packages.flatMap((name) => ['--filter-prod', `${name}...`]);
  const { stdout } = await run('pnpm', [...filters, 'list', '--depth', '-1', '--json'], workspaceRoot);
  for (const { name, path } of JSON.parse(stdout)) {
    await access(join(path, 'dist')).catch(() => {
      throw new Error(`${name} is not built, so it cannot be packed. Run: pnpm build`);
    });
  }
  await mkdir(folder, { recursive: true });
  // Without `prepack`, which builds: the tests that pack at the same time would read what another of them writes.
  await run('pnpm', [...filters, 'pack', '--config.ignore-scripts=true', '--pack-destination', folder], workspaceRoot);
  return (await readdir(folder)).map((name) => join(folder, name));
}
