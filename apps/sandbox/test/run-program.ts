import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

// The environment of the tests must not change their results.
const { DATABASE_URL, ...rest } = process.env;
const environment = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('GIFTOIN_')));

/** A process of the command-line program, and its output so far. */
export interface Program {
  readonly child: ChildProcessWithoutNullStreams;
  readonly output: { out: string; err: string };
}

export function start(args: readonly string[], variables: NodeJS.ProcessEnv = {}): Program {
  const child = spawn(process.execPath, [cli, ...args], { env: { ...environment, ...variables } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const output = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    output.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    output.err += chunk;
  });
  return { child, output };
}

/**
 * Runs the program to its end.
 *
 * @param input what the program can read from its standard input
 */
export async function run(args: readonly string[], variables: NodeJS.ProcessEnv = {}, input = '') {
  const { child, output } = start(args, variables);
  child.stdin.end(input);
  const [code] = await once(child, 'close');
  return { code, ...output };
}

/** Starts a sandbox on free ports, which runs until it receives a signal. */
export async function serve(args: readonly string[] = [], variables: NodeJS.ProcessEnv = {}) {
  const { child, output } = start(['--port', '0', '--control-port', '0', ...args], variables);
  while (!output.out.includes('Ctrl-C')) {
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'close').then(() => Promise.reject(new Error(output.err))),
    ]);
  }
  const [, url = ''] = /Sandbox of the Giftoin API: (\S+)/.exec(output.out) ?? [];
  const [, controlUrl = ''] = /control API +(\S+)/.exec(output.out) ?? [];
  return { child, output, url, controlUrl };
}
