import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** Flags of a run that does not wait, and that can be repeated. */
export const fast: readonly string[] = ['--rate', '1000000', '--seed', '1'];

/** Runs the program as a process, with none of the `GIFTOIN_` and proxy variables of this one. */
export function runCli(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^GIFTOIN_|_proxy$/i.test(name));
  const env = { ...Object.fromEntries(inherited), ...environment };
  return new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(process.execPath, [cli, ...args], { env }, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
}
