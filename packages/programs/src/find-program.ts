import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** An installed program. */
export interface Program {
  readonly command: string;
  /** Starts it: with the program in the PATH, and its libraries. */
  readonly environment: NodeJS.ProcessEnv;
  /** Removes it, if it was unpacked. */
  remove(): Promise<void>;
}

/** Packages that every Debian has. Their files must not be mixed with those of the system. */
const installed =
  /^(libc6|libc-bin|libgcc-s1|gcc-\d+-base|libcrypt1|dpkg|tar|perl-base|debconf|install-info|media-types|tzdata|ca-certificates|openssl)$/;

/**
 * Finds a program in the PATH. If there is none, unpacks the package of Debian or Ubuntu in a temporary folder.
 *
 * @throws {Error} if both fail
 */
export async function findProgram(name: string): Promise<Program> {
  const isInPath = await run(name, ['--version']).then(
    () => true,
    () => false,
  );
  if (isInPath) return { command: name, environment: process.env, remove: async () => {} };
  const target = await mkdtemp(join(tmpdir(), `giftoin-${name}-`));
  const remove = () => rm(target, { recursive: true });
  await unpack(name, target).catch(async (error: Error) => {
    await remove();
    throw new Error(
      `There is no ${name} in the PATH, and it could not be downloaded: ${error.message} Install ${name}.`,
    );
  });
  const { stdout } = await run('find', [target, '-name', '*.so*', '-printf', '%h\n']);
  const environment = {
    ...process.env,
    PATH: [join(target, 'usr/bin'), process.env.PATH].join(delimiter),
    LD_LIBRARY_PATH: [...new Set(stdout.trim().split('\n'))].join(delimiter),
    // Python looks for its library beside itself only if this is set.
    PYTHONHOME: join(target, 'usr'),
  };
  return { command: join(target, 'usr/bin', name), environment, remove };
}

/** With its own state and cache, apt needs no privileges and changes no installed package. */
async function unpack(name: string, target: string): Promise<void> {
  for (const part of ['state/lists/partial', 'cache/archives/partial', 'packages']) {
    await mkdir(join(target, part), { recursive: true });
  }
  const settings = [
    `Dir::State=${target}/state`,
    `Dir::Cache=${target}/cache`,
    'APT::Sandbox::User=',
    'Debug::NoLocking=1',
  ];
  const apt = settings.flatMap((setting) => ['-o', setting]);
  await run('apt-get', [...apt, 'update']);
  const needed = [
    '--recurse',
    '--no-recommends',
    '--no-suggests',
    '--no-conflicts',
    '--no-breaks',
    '--no-replaces',
    '--no-enhances',
  ];
  const { stdout } = await run('apt-cache', [...apt, 'depends', ...needed, name]);
  const packages = stdout.split('\n').filter((line) => /^[a-z0-9][a-z0-9.+-]*$/.test(line) && !installed.test(line));
  const downloads = join(target, 'packages');
  await run('apt-get', [...apt, 'download', ...packages], { cwd: downloads });
  for (const file of await readdir(downloads)) await run('dpkg', ['-x', join(downloads, file), target]);
}
