import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server under load, in its own process. */
export interface ServerProcess {
  readonly port: number;
  /** The origin of the control API. Undefined if the server has none. */
  readonly controlUrl: string | undefined;
  /** Returns the CPU time so far, in microseconds, and the resident memory, in bytes. */
  readUsage(): Promise<{ cpu: number; memory: number }>;
  stop(): void;
}

const program = fileURLToPath(new URL('server.ts', import.meta.url));

/**
 * Starts a sandbox.
 *
 * @param location the path of a SQLite file, or the URL of a PostgreSQL database
 */
export async function startSandboxProcess(location: string): Promise<ServerProcess> {
  const child = fork(program, ['sandbox', location]);
  const [{ port, controlUrl }] = await once(child, 'message');
  return createServerProcess(child, port, controlUrl);
}

/** Starts a plain node:http server that sends a body. */
export async function startPlainServer(body: Buffer): Promise<ServerProcess> {
  const child = fork(program, ['plain']);
  await once(child, 'message');
  child.send({ command: 'serve', body: body.toString('base64') });
  const [{ port }] = await once(child, 'message');
  return createServerProcess(child, port, undefined);
}

function createServerProcess(child: ChildProcess, port: number, controlUrl: string | undefined): ServerProcess {
  return {
    port,
    controlUrl,
    async readUsage() {
      child.send({ command: 'usage' });
      const [{ cpu, memory }] = await once(child, 'message');
      return { cpu: cpu.user + cpu.system, memory };
    },
    stop: () => void child.kill(),
  };
}
