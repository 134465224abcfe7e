import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A program in a folder. */
export interface UnpackedProgram {
  readonly command: string;
  /** The folders of its libraries. */
  readonly libraries: readonly string[];
}

/**
 * Downloads the package of a program with its libraries, and unpacks them in a folder.
 *
 * @throws {Error} if a command of the package manager fails
 */
export async function unpackProgram(name: string, folder: string): Promise<UnpackedProgram> {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'packages']) {
    await mkdir(join(folder, part), { recursive: true });
  }
  // With its own state and cache, apt needs no privileges and changes no installed package.
  const apt = [
    `Dir::State=${folder}/state`,
    `Dir::Cache=${folder}/cache`,
    'APT::Sandbox::User=',
    'Debug::NoLocking=1',
  ].flatMap((setting) => ['-o', setting]);
  await run('apt-get', [...apt, 'update']);
  const packages = join(folder, 'packages');
  await run('apt-get', [...apt, 'download', ...(await listPackages(name, apt))], { cwd: packages });
  for (const file of await readdir(packages)) await run('dpkg', ['-x', join(packages, file), folder]);
  const command = ['usr/bin', 'usr/sbin'].map((path) => join(folder, path, name)).find(existsSync);
  if (command === undefined) throw new Error(`The package ${name} has no program with this name.`);
  const { stdout } = await run('find', [folder, '-name', '*.so*', '-printf', '%h\n']);
  return { command, libraries: [...new Set(stdout.trim().split('\n'))] };
}

/** Lists the package, its parts and its libraries, except those that belong to the C library of the system. */
async function listPackages(name: string, apt: readonly string[]): Promise<readonly string[]> {
  const isNeeded = (other: string) =>
    /^(lib|zlib)/.test(other) ? !/^lib(c6|c-bin|gcc-s1|crypt1)$/.test(other) : other.startsWith(name);
  const packages = new Set([name]);
  for (let added = [name]; added.length > 0; ) {
    const { stdout } = await run('apt-cache', [...apt, 'depends', '--important', ...added]);
    const found = Array.from(stdout.matchAll(/Depends: ([a-z0-9][a-z0-9.+-]*)/g), ([, other = '']) => other);
    added = [...new Set(found)].filter((other) => isNeeded(other) && !packages.has(other));
    for (const other of added) packages.add(other);
  }
  return [...packages];
}
