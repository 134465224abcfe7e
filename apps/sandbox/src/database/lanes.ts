import { StoreUnavailableError } from './engine.ts';

/** Runs an action after the other actions of its lane have ended. */
export type Lanes = <Result>(lane: string, maxWait: number, action: () => Promise<Result>) => Promise<Result>;

/**
 * Creates lanes. A lane uses one connection at a time, however many actions wait in it, so that it leaves connections to the
 * others. An action waits for those before it, but not longer than `maxWait` milliseconds.
 */
export function createLanes(): Lanes {
  const ends = new Map<string, Promise<unknown>>();

  return async (lane, maxWait, action) => {
    const before = ends.get(lane);
    const { promise: end, resolve } = Promise.withResolvers<void>();
    const all = Promise.allSettled([before, end]);
    ends.set(lane, all);
    try {
      if (before) await waitFor(before, lane, maxWait);
      return await action();
    } finally {
      resolve();
      if (ends.get(lane) === all) ends.delete(lane);
    }
  };
}

async function waitFor(before: Promise<unknown>, lane: string, maxWait: number): Promise<void> {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const message = `The database is unavailable: ${lane} took longer than ${maxWait / 1_000} s.`;
  const timer = setTimeout(() => reject(new StoreUnavailableError(message)), maxWait);
  try {
    await Promise.race([before, expired]);
  } finally {
    clearTimeout(timer);
  }
}
