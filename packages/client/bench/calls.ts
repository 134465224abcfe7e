import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Name, names } from './contestants.ts';
import { inTurn } from './spread.ts';

export interface Effort {
  readonly rounds: number;
  /** How many calls a round makes with each client. */
  readonly calls: { readonly memory: number; readonly http: number };
}

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The CPU time of one call, in microseconds and as a ratio to bare `fetch`, one call after another. */
export async function callCosts(place: 'memory' | 'http', body: string, effort: Effort) {
  const children: ChildProcess[] = [];
  const start = (file: string, words: string[]) => {
    const child = fork(fileOf(file), words, { execArgv: ['--expose-gc'] });
    children.push(child);
    return child;
  };
  try {
    const port = place === 'http' ? await asked(start('answerer.ts', []), body) : 0;
    const callers = new Map(names.map((name) => [name, start('caller.ts', [name, place, `http://127.0.0.1:${port}`])]));
    const costOf = (name: Name) => asked(callers.get(name), { calls: effort.calls[place], body });
    return await inTurn(names, effort.rounds, 2, costOf);
  } finally {
    for (const child of children) child.kill();
  }
}

async function asked(child: ChildProcess | undefined, question: object | string): Promise<number> {
  if (!child) throw new Error('There is no such process.');
  const ended = new AbortController();
  const failed = once(child, 'exit', { signal: ended.signal }).then(([code]) => {
    throw new Error(`A process of the benchmark ended with ${code}.`);
  });
  child.send(question);
  try {
    const [answer] = await Promise.race([once(child, 'message', { signal: ended.signal }), failed]);
    return answer;
  } finally {
    failed.catch(() => undefined);
    ended.abort();
  }
}
