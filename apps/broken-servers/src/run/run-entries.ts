import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Entry } from '../entry.ts';
import type { Result } from './check-entry.ts';

/** An entry with its result. */
export interface Outcome extends Result {
  readonly entry: Entry;
}

export interface RunOptions {
  /** The number of worker threads. Default: one per processor core, at most 8. */
  readonly threads?: number | undefined;
  /** Called with the number of finished entries. */
  readonly onProgress?: (finished: number) => void;
}

/** While one entry waits for a delayed response, the worker continues with others. */
const concurrencyPerWorker = 3;

/** Runs the suite against the servers of entries. */
export async function runEntries(entries: readonly Entry[], options: RunOptions = {}): Promise<Outcome[]> {
  const { threads = Math.min(8, availableParallelism()), onProgress } = options;
  // Variants come first, because they take the longest: all checks run.
  const queue = entries.toSorted((one, other) => Number(other.conforms) - Number(one.conforms)).map(({ id }) => id);
  const results = new Map<string, Result>();

  async function runWorker(): Promise<void> {
    const worker = new Worker(new URL('./worker.ts', import.meta.url));
    const exited = once(worker, 'exit');
    const running = new Set<string>();
    const startNext = () => {
      for (const id of queue.splice(0, concurrencyPerWorker - running.size)) {
        running.add(id);
        worker.postMessage(id);
      }
      if (running.size === 0) worker.postMessage(null);
    };
    worker.on('message', (result: Result) => {
      results.set(result.id, result);
      running.delete(result.id);
      onProgress?.(results.size);
      startNext();
    });
    startNext();
    await exited;
  }

  await Promise.all(Array.from({ length: Math.min(threads, entries.length) }, runWorker));
  return entries.flatMap((entry) => {
    const result = results.get(entry.id);
    return result ? [{ ...result, entry }] : [];
  });
}
