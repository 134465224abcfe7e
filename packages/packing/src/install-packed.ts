import { execFile } from 'node:child_process';
import { access, mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const workspaceRoot = fileURLToPath(new URL('../../..', import.meta.url));
// A command that takes longer hangs. It must not outlive the test.
const timeout = 200_000;
const run = (command: string, args: readonly string[], cwd: string) =>
  promisify(execFile)(command, args, { cwd, timeout });

/** Flags of npm: install from the registry or npm's cache, and run no install script. */
export const installFlags = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];

export interface InstallPackedOptions {
  /** Names of workspace packages. The workspace packages they depend on in production are packed too. */
  readonly packages: readonly string[];
  /** An existing folder outside the workspace. */
  readonly folder: string;
  /** Other packages to install, for example `name@1.0.0`. Default: none. */
  readonly otherPackages?: readonly string[];
}

/**
 * Packs built workspace packages and installs them with npm in a folder, as their users do. Requires pnpm in the PATH;
 * every script that pnpm runs has it there.
 *
 * @returns the paths of the tarballs
 * @throws {Error} if a package is not built
 */
export async function installPacked(options: InstallPackedOptions): Promise<readonly string[]> {
  const { packages, folder, otherPackages = [] } = options;
  const filters = packages.flatMap((name) => ['--filter-prod', `${name}...`]);
  await assertBuilt(filters);
  const tarballFolder = join(folder, 'tarballs');
  await mkdir(tarballFolder);
  await run('pnpm', [...filters, 'pack', '--pack-destination', tarballFolder], workspaceRoot);
  const tarballs = (await readdir(tarballFolder)).map((name) => join(tarballFolder, name));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', [...installFlags, ...tarballs, ...otherPackages], folder);
  return tarballs;
}

async function assertBuilt(filters: readonly string[]): Promise<void> {
  const { stdout } = await run('pnpm', [...filters, 'list', '--depth', '-1', '--json'], workspaceRoot);
  for (const { name, path } of JSON.parse(stdout)) {
    await access(join(path, 'dist')).catch(() => {
      throw new Error(`${name} is not built, so it cannot be packed. Run: pnpm build`);
    });
  }
}
