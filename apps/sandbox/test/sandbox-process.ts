import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createSandboxControl, defaultToken, type SandboxControl } from '@giftoin/sandbox';
import { afterAll } from 'vitest';

/** A sandbox in its own process. */
export interface SandboxProcess {
  readonly url: string;
  readonly control: SandboxControl;
  readonly controlUrl: string;
  /** Sends a signal and waits for the exit. Returns the exit code, or null if the signal ended the process. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Whether the process is running. */
  isRunning(): boolean;
  /** Returns what the process has written to stderr. */
  readErrors(): string;
}

/** The processes that a test that failed has left. */
const running = new Set<ChildProcess>();
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
});

const command = fileURLToPath(new URL('../src/cli.ts', import.meta.url));

/**
 * Starts a sandbox in its own process.
 *
 * @param location the path of a SQLite file, or the URL of a PostgreSQL database
 */
export async function startSandboxProcess(location: string): Promise<SandboxProcess> {
  const isUrl = location.startsWith('postgres');
  const { DATABASE_URL: _, ...environment } = process.env;
  const child = spawn(
    process.execPath,
    [command, 'serve', '--port', '0', '--control-port', '0', '--quiet', ...(isUrl ? [] : ['--data', location])],
    { env: { ...environment, ...(isUrl && { DATABASE_URL: location }) }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  running.add(child);
  child.once('exit', () => running.delete(child));
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const [url = '', controlUrl = ''] = await readOrigins(child, () => errors);
  return {
    url,
    controlUrl,
    control: createSandboxControl({ url: controlUrl, token: defaultToken }),
    async end(signal) {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill(signal);
        await once(child, 'exit');
      }
      return child.exitCode;
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    readErrors: () => errors,
  };
}

async function readOrigins(child: ChildProcess, errors: () => string): Promise<string[]> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.includes('Ctrl-C')) break;
  }
  const origins = text.match(/http:\/\/127\.0\.0\.1:\d+/g);
  if (!origins) throw new Error(`The sandbox did not start: ${text}${errors()}`);
  return origins;
}
