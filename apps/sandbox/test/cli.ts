import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** Of one's own: what is set where the tests run must not show in them. */
const { DATABASE_URL, ...rest } = process.env;
const environment = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('GIFTOIN_')));

/** The command line, started, with what it has said so far. */
export interface Started {
  readonly child: ChildProcessWithoutNullStreams;
  readonly said: { out: string; err: string };
}

export function start(words: readonly string[], variables: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [cli, ...words], { env: { ...environment, ...variables } });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    said.err += chunk;
  });
  return { child, said };
}

/** Runs the command line to its end. */
export async function run(words: readonly string[], variables: NodeJS.ProcessEnv = {}) {
  const { child, said } = start(words, variables);
  const [code] = await once(child, 'close');
  return { code, ...said };
}

/** Serves on free ports, until a signal comes. */
export async function serve(words: readonly string[] = [], variables: NodeJS.ProcessEnv = {}) {
  const { child, said } = start(['--port', '0', '--control-port', '0', ...words], variables);
  while (!said.out.includes('Ctrl-C')) {
    await Promise.race([
      once(child.stdout, 'data'),
      once(child, 'close').then(() => Promise.reject(new Error(said.err))),
    ]);
  }
  const [, url = ''] = /Sandbox of the Giftoin API: (\S+)/.exec(said.out) ?? [];
  const [, controlUrl = ''] = /control side +(\S+)/.exec(said.out) ?? [];
  return { child, said, url, controlUrl };
}
