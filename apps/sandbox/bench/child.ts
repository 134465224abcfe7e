import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** A server under load, in a process of its own. */
export interface Child {
  readonly port: number;
  /** The origin of its control side, if it has one. */
  readonly control: string | undefined;
  /** CPU time so far, in microseconds, and resident memory, in bytes. */
  usage(): Promise<{ cpu: number; memory: number }>;
  end(): void;
}

const target = fileURLToPath(new URL('target.ts', import.meta.url));

/** A sandbox on a SQLite file, or on a PostgreSQL. */
export async function sandboxChild(place: string): Promise<Child> {
  const child = fork(target, ['sandbox', place]);
  const [{ port, control }] = await once(child, 'message');
  return childOf(child, port, control);
}

/** A bare node:http server that answers with these bytes. */
export async function floorChild(body: Buffer): Promise<Child> {
  const child = fork(target, ['floor']);
  await once(child, 'message');
  child.send({ ask: 'serve', body: body.toString('base64') });
  const [{ port }] = await once(child, 'message');
  return childOf(child, port, undefined);
}

function childOf(child: ChildProcess, port: number, control: string | undefined): Child {
  return {
    port,
    control,
    async usage() {
      child.send({ ask: 'usage' });
      const [{ cpu, memory }] = await once(child, 'message');
      return { cpu: cpu.user + cpu.system, memory };
    },
    end: () => void child.kill(),
  };
}
