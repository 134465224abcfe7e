import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A program that can be started. */
export interface DebianProgram {
  readonly command: string;
  /** The environment to start it with. */
  readonly env: NodeJS.ProcessEnv;
  /** A temporary folder for its files, which every user can read. */
  readonly folder: string;
  /** Removes the folder, and the program if it was unpacked. */
  remove(): Promise<void>;
}

/**
 * Finds a program in the PATH. If there is none, downloads the package of Debian or Ubuntu and unpacks it in a temporary folder.
 *
 * @param name the name of the program and of its package
 * @param path where the package has it, for example `usr/sbin/nginx`
 * @throws {Error} if both fail
 */
export async function findDebianProgram(name: string, path: string): Promise<DebianProgram> {
  const folder = await mkdtemp(join(tmpdir(), `giftoin-${name}-`));
  await chmod(folder, 0o755);
  const remove = () => rm(folder, { recursive: true });
  const isInPath = await run('which', [name]).then(
    () => true,
    () => false,
  );
  if (isInPath) return { command: name, env: process.env, folder, remove };
  try {
    const env = { ...process.env, LD_LIBRARY_PATH: await unpack(folder, name) };
    return { command: join(folder, path), env, folder, remove };
  } catch (error) {
    await remove();
    const { message } = error as Error;
    throw new Error(`There is no ${name} in the PATH, and it could not be downloaded: ${message} Install ${name}.`);
  }
}

/** Unpacks a package with its libraries. Returns the folders of the libraries. */
async function unpack(folder: string, name: string): Promise<string> {
  // With its own state and cache, apt needs no privileges and changes no installed package.
  const options = [
    `Dir::State=${folder}/state`,
    `Dir::Cache=${folder}/cache`,
    'APT::Sandbox::User=',
    'Debug::NoLocking=1',
  ];
  const apt = options.flatMap((option) => ['-o', option]);
  for (const path of ['state/lists/partial', 'cache/archives/partial', 'packages']) {
    await mkdir(join(folder, path), { recursive: true });
  }
  await run('apt-get', [...apt, 'update']);
  const { stdout } = await run('apt-cache', [...apt, 'depends', '--important', name]);
  const libraries = [...stdout.matchAll(/Depends: ((?:lib(?!c6)|zlib)\S+)/g)].map(([, library = '']) => library);
  const packages = join(folder, 'packages');
  await run('apt-get', [...apt, 'download', name, ...libraries], { cwd: packages });
  for (const file of await readdir(packages)) await run('dpkg', ['-x', join(packages, file), folder]);
  const found = await run('find', [folder, '-name', '*.so.*', '-printf', '%h\n']);
  return [...new Set(found.stdout.trim().split('\n'))].join(':');
}
