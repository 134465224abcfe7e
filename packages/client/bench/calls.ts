import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { type Name, names } from './contestants.ts';
import { type Effort, inTurn } from './spread.ts';

const fileOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The CPU time of one call, in microseconds and as a ratio to bare `fetch`, one call after another. */
export async function callCosts(place: 'memory' | 'http', body: string, calls: number, effort: Effort) {
  const children: ChildProcess[] = [];
  const start = (file: string, words: string[]) => {
    const child = fork(fileOf(file), words);
    children.push(child);
    return child;
  };
  try {
    const port = place === 'http' ? await asked(start('answerer.ts', []), body) : 0;
    const callers = new Map(names.map((name) => [name, start('caller.ts', [name, place, `http://127.0.0.1:${port}`])]));
    const costOf = (name: Name) => asked(callers.get(name), { calls, body });
    return await inTurn(names, effort, costOf);
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
