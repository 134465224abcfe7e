import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Verdict } from './check.ts';
import type { Mutant } from './mutant.ts';

/** A mutant, and what the suite made of it. */
export interface Outcome extends Verdict {
  readonly mutant: Mutant;
}

export interface RunOptions {
  /** In how many threads; as many as the machine has processors, and no more than 8, where not given. */
  readonly threads?: number | undefined;
  /** Is told how many are done. */
  readonly onProgress?: (done: number) => void;
}

/** While one waits for an answer that is slow on purpose, a thread goes on with the others. */
const atOnce = 3;

/** Runs the suite against mutants of the catalogue. */
export async function runMutants(mutants: readonly Mutant[], options: RunOptions = {}): Promise<Outcome[]> {
  const { threads = Math.min(8, availableParallelism()), onProgress } = options;
  // The longest first: those that conform are checked to the end.
  const waiting = mutants.toSorted((one, other) => Number(other.conforms) - Number(one.conforms)).map(({ id }) => id);
  const verdicts = new Map<string, Verdict>();

  async function work(): Promise<void> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const ended = once(worker, 'exit');
    const underWay = new Set<string>();
    const goOn = () => {
      for (const id of waiting.splice(0, atOnce - underWay.size)) {
        underWay.add(id);
        worker.postMessage(id);
      }
      if (underWay.size === 0) worker.postMessage(null);
    };
    worker.on('message', (verdict: Verdict) => {
      verdicts.set(verdict.id, verdict);
      underWay.delete(verdict.id);
      onProgress?.(verdicts.size);
      goOn();
    });
    goOn();
    await ended;
  }

  await Promise.all(Array.from({ length: Math.min(threads, mutants.length) }, work));
  return mutants.flatMap((mutant) => {
    const verdict = verdicts.get(mutant.id);
    return verdict ? [{ ...verdict, mutant }] : [];
  });
}
