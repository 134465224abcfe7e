import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { samplesFolder } from './folders.ts';
import type { Origins } from './replace-origins.ts';

const hook = fileURLToPath(new URL('register-origins.ts', import.meta.url));

/**
 * Runs a TypeScript sample with Node.js, and returns what it prints.
 *
 * @param environment more environment variables, for example GIFTOIN_API_KEY
 * @throws {Error} if the sample fails; the message contains what it printed
 */
export async function runSample(
  name: string,
  origins: Origins,
  environment: NodeJS.ProcessEnv = {},
  args: readonly string[] = [],
): Promise<string> {
  const env = { ...process.env, ...environment, SAMPLE_ORIGINS: JSON.stringify(origins) };
  const command = ['--import', hook, join(samplesFolder, name), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, command, { env });
  return stdout;
}
