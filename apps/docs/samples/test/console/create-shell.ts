import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { findProgram } from '@giftoin/programs';
import { replaceOrigins } from '../../src/index.ts';
import type { startServers } from '../start-servers.ts';

/** Programs that `command.ts` replaces. */
export const replacedPrograms = ['npx', 'npm', 'pnpm', 'git', 'tar', 'docker', 'giftoin-sandbox'];

const command = fileURLToPath(new URL('command.ts', import.meta.url));

export interface Shell {
  /**
   * Runs commands with bash. They reach the servers of the test at the origins that they name.
   *
   * @returns what they print
   * @throws {Error} if one fails; `stderr` is what it printed
   */
  run(commands: string, workingDirectory: string, environment?: NodeJS.ProcessEnv): Promise<string>;
  /** Creates an empty directory for commands. `remove` removes it. */
  createDirectory(): Promise<string>;
  remove(): Promise<void>;
}

export async function createShell({ origins, apiKeys }: Awaited<ReturnType<typeof startServers>>): Promise<Shell> {
  const curl = await findProgram('curl');
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-shell-'));
  for (const name of replacedPrograms) {
    const file = join(folder, name);
    await writeFile(file, `#!/bin/sh\nexec "${process.execPath}" "${command}" ${name} "$@"\n`);
    await chmod(file, 0o755);
  }
  return {
    createDirectory: () => mkdtemp(join(folder, 'work-')),
    remove: () => Promise.all([rm(folder, { recursive: true }), curl.remove()]).then(() => undefined),
    async run(commands, workingDirectory, environment = {}) {
      const env = {
        ...curl.environment,
        PATH: `${folder}:${curl.environment.PATH}`,
        GIFTOIN_API_KEY: apiKeys.default,
        GIFTOIN_SANDBOX_CONTROL: origins.control,
        ...environment,
      };
      const { stdout } = await promisify(execFile)('bash', ['-euc', replaceOrigins(commands, origins)], {
        cwd: workingDirectory,
        env,
      });
      return stdout;
    },
  };
}
