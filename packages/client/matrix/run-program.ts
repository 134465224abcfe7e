import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expected, type Outcomes, type Setting } from './consumer/program.ts';
import type { Consumer } from './consumer.ts';
import { apiKey, type Servers } from './servers.ts';

const runFile = promisify(execFile);

/**
 * Runs the program of the consumer with a command-line runtime.
 *
 * @param commandLine the runtime and its flags, for example `['deno', 'run']`
 * @param module the file that starts the program
 */
export async function runCommand(
  commandLine: readonly string[],
  module: string,
  { folder }: Consumer,
  servers: Servers,
) {
  const [command = '', ...flags] = commandLine;
  const { GIFTOIN_API_KEY: _, ...env } = process.env;
  await checkOutcomes(servers, false, async (setting) => {
    const args = [...flags, join(folder, module), JSON.stringify(setting)];
    const { stdout } = await runFile(command, args, { cwd: folder, env, timeout: 120_000 });
    return JSON.parse(stdout);
  });
}

/**
 * Runs the program and compares its outcomes with the expected ones.
 *
 * @throws {Error} with every step whose outcome differs
 */
export async function checkOutcomes(
  servers: Servers,
  inBrowser: boolean,
  run: (setting: Setting) => Promise<Outcomes>,
) {
  const before = servers.countRedirected();
  const { mock, broken } = servers;
  const outcomes = await run({ mock, broken, apiKey, inBrowser });
  const differences = Object.entries(expected(inBrowser))
    .map(([step, outcome]) => [step, JSON.stringify(outcome), JSON.stringify(outcomes[step])])
    .filter(([, wanted, actual]) => wanted !== actual)
    .map(([step, wanted, actual]) => `${step}: expected ${wanted}, got ${actual}`);
  if (servers.countRedirected() > before) differences.push('The client followed a redirect.');
  if (differences.length > 0) throw new Error(differences.join('\n'));
}
