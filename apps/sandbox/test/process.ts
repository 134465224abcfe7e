import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createSandboxControl, defaultToken, type SandboxControl } from '@giftoin/sandbox';

/** A sandbox in a process of its own, which can be ended in any way. */
export interface SandboxProcess {
  readonly url: string;
  readonly control: SandboxControl;
  /** Sends a signal, and waits for the end: its exit code, null where the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Whether it still runs. */
  isAlive(): boolean;
  /** What it wrote to standard error. */
  complaints(): string;
}

const command = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/** Starts one on a SQLite file, or on a PostgreSQL where the place is a URL. */
export async function startProcess(place: string): Promise<SandboxProcess> {
  const isUrl = place.startsWith('postgres');
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [command, 'serve', '--port', '0', '--control-port', '0', '--quiet', ...(isUrl ? [] : ['--data', place])],
    { env: { ...environment, ...(isUrl && { DATABASE_URL: place }) }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  // It must not outlive the tests, however they end.
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  child.once('exit', () => process.off('exit', kill));
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [url = '', controlUrl = ''] = await originsOf(child, () => errors);
  return {
    url,
    control: createSandboxControl({ url: controlUrl, token: defaultToken }),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode;
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    complaints: () => errors,
  };
}

async function originsOf(child: ChildProcess, errors: () => string): Promise<string[]> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes('Ctrl-C')) break;
  }
  const origins = text.match(/http:\/\/127\.0\.0\.1:\d+/g);
  if (!origins) throw new Error(`The sandbox does not start: ${text}${errors()}`);
  return origins;
}
