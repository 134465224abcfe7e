import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packPackages } from './pack-packages.ts';
import { run } from './run.ts';

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
 * Packs built workspace packages and installs them with npm in a folder, as their users do.
 *
 * @returns the paths of the tarballs
 * @throws {Error} if a package is not built
 */
export async function installPacked(options: InstallPackedOptions): Promise<readonly string[]> {
  const { packages, folder, otherPackages = [] } = options;
  const tarballs = await packPackages(packages, join(folder, 'tarballs'));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  await run('npm', [...installFlags, ...tarballs, ...otherPackages], folder);
  return tarballs;
}
