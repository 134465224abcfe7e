import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { unpackProgram } from './unpack-program.ts';

const run = promisify(execFile);

/** An installed program. */
export interface Program {
  readonly command: string;
  /** The environment to start it with: the program is in the PATH, and finds its libraries. */
  readonly environment: NodeJS.ProcessEnv;
  /** A temporary folder for its files, which every user can read. */
  readonly folder: string;
  /** Removes the folder, and the program if it was unpacked. */
  remove(): Promise<void>;
}

/**
 * Finds a program in the PATH. If there is none, downloads the package of Debian or Ubuntu and unpacks it in a temporary folder.
 *
 * @param name the name of the program and of its package
 * @throws {Error} if both fail
 */
export async function findProgram(name: string): Promise<Program> {
  const folder = await mkdtemp(join(tmpdir(), `giftoin-${name}-`));
  const remove = () => rm(folder, { recursive: true });
  // An unpacked program can be started as another user.
  await chmod(folder, 0o755);
  if (await isInPath(name)) return { command: name, environment: process.env, folder, remove };
  try {
    const { command, libraries } = await unpackProgram(name, folder);
    return { command, environment: createEnvironment(name, folder, libraries), folder, remove };
  } catch (error) {
    await remove();
    const { message } = error as Error;
    throw new Error(`There is no ${name} in the PATH, and it could not be downloaded: ${message} Install ${name}.`);
  }
}

async function isInPath(name: string): Promise<boolean> {
  try {
    await run(name, ['--version']);
    return true;
  } catch (error) {
    // Some programs do not know the flag. With 127, a wrapper of pyenv says that no Python is installed.
    const { code } = error as { readonly code?: unknown };
    return code !== 'ENOENT' && code !== 127;
  }
}

function createEnvironment(name: string, folder: string, libraries: readonly string[]): NodeJS.ProcessEnv {
  return {
    ...process.env,
    PATH: [join(folder, 'usr/bin'), join(folder, 'usr/sbin'), process.env.PATH].join(delimiter),
    LD_LIBRARY_PATH: libraries.join(delimiter),
    // Python looks for its library beside itself only if this is set.
    ...(name === 'python3' && { PYTHONHOME: join(folder, 'usr') }),
  };
}
