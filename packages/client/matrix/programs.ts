import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expected, type Outcomes, type Setting } from './consumer/program.ts';
import type { Consumer } from './consumer.ts';
import { apiKey, type Servers } from './servers.ts';

const run = promisify(execFile);

/** Runs the consumer's program with a command, such as `node`, that takes a module and its argument. */
export async function runCommand(words: readonly string[], module: string, { folder }: Consumer, servers: Servers) {
  const [command = '', ...flags] = words;
  const { GIFTOIN_API_KEY: _, ...env } = process.env;
  await judged(servers, false, async (setting) => {
    const all = [...flags, join(folder, module), JSON.stringify(setting)];
    const { stdout } = await run(command, all, { cwd: folder, env, timeout: 60_000 });
    return JSON.parse(stdout);
  });
}

/**
 * Has a runtime run the program with these servers.
 *
 * @throws {Error} that lists every step that came out otherwise than it has to
 */
export async function judged(servers: Servers, inBrowser: boolean, work: (setting: Setting) => Promise<Outcomes>) {
  const strayed = servers.strayed();
  const { mock, trouble } = servers;
  const outcomes = await work({ mock, trouble, apiKey, inBrowser });
  const wrong = Object.entries(expected(inBrowser))
    .map(([step, wanted]) => [step, JSON.stringify(wanted), JSON.stringify(outcomes[step])])
    .filter(([, wanted, got]) => wanted !== got)
    .map(([step, wanted, got]) => `${step}: expected ${wanted}, got ${got}`);
  if (servers.strayed() > strayed) wrong.push('a request went where the server had redirected');
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}
