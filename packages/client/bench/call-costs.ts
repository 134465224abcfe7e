import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type ClientName, clientNames } from './clients.ts';
import { measureInRounds, type Schedule } from './measure-in-rounds.ts';

/**
 * Measures the CPU time of one call, as a ratio to plain `fetch`. The calls of a process run one after another.
 *
 * @param source where the responses come from
 * @param calls how many calls each measurement makes
 */
export async function measureCallCosts(source: 'memory' | 'http', body: string, calls: number, schedule: Schedule) {
  const children: ChildProcess[] = [];
  const start = (file: string, args: string[]) => {
    const child = fork(fileURLToPath(new URL(file, import.meta.url)), args);
    children.push(child);
    return child;
  };
  try {
    const port = source === 'http' ? await request(start('server-process.ts', []), body) : 0;
    const origin = `http://127.0.0.1:${port}`;
    const processes = new Map(clientNames.map((name) => [name, start('client-process.ts', [name, source, origin])]));
    const measure = (name: ClientName) => request(processes.get(name), { calls, body });
    return await measureInRounds(clientNames, schedule, measure);
  } finally {
    for (const child of children) child.kill();
  }
}

/** Sends a message to a process and returns its reply. */
async function request(child: ChildProcess | undefined, message: object | string): Promise<number> {
  if (!child) throw new Error('The process does not exist.');
  const finished = new AbortController();
  const failed = once(child, 'exit', { signal: finished.signal }).then(([code]) => {
    throw new Error(`A process of the benchmark exited with code ${code}.`);
  });
  child.send(message);
  try {
    const [reply] = await Promise.race([once(child, 'message', { signal: finished.signal }), failed]);
    return reply;
  } finally {
    failed.catch(() => undefined);
    finished.abort();
  }
}
