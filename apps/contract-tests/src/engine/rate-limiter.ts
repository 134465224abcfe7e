import { ExhaustedError } from '../model/check.ts';

export interface RateLimiterOptions {
  /** The maximum number of requests. */
  readonly budget: number;
  /** The maximum number of requests that start in a second. */
  readonly rate: number;
  /** The maximum number of concurrent requests. */
  readonly concurrency: number;
  /** The time until the deadline, in milliseconds. */
  readonly deadline: number;
}

/** Starts requests as fast as the options allow. */
export interface RateLimiter {
  /** How many requests have started. */
  readonly started: number;
  /** How many more requests the budget allows. */
  readonly remaining: number;
  /** The time until the deadline, in milliseconds. */
  readonly timeLeft: number;
  /** Says that the deadline has passed. */
  readonly deadlineReason: string;
  /**
   * Runs a request when it is due. Throws ExhaustedError if no more requests can start. A cleanup deletes what the run has
   * created, and can start at any time.
   */
  run<Result>(options: { readonly isCleanup: boolean }, request: () => Promise<Result>): Promise<Result>;
  /** Throws ExhaustedError if no more requests can start. */
  throwIfExhausted(): void;
  /** Starts no request for this time, in milliseconds. */
  pause(duration: number): void;
  /** From now on, starts a request only after the one before has ended. */
  runOneAtATime(): void;
  /** Starts no more requests. `reason` completes "skipped: …". */
  stop(reason: string): void;
}

export function createRateLimiter({ budget, rate, concurrency, deadline }: RateLimiterOptions): RateLimiter {
  const end = performance.now() + deadline;
  const deadlineReason = `the deadline of ${deadline / 1000} s has passed`;
  const interval = 1000 / rate;
  const queue: (() => void)[] = [];
  let limit = concurrency;
  let active = 0;
  let started = 0;
  let nextStart = 0;
  let stopReason: string | undefined;

  function throwIfExhausted(): void {
    if (stopReason !== undefined) throw new ExhaustedError(stopReason);
    if (started >= budget)
      throw new ExhaustedError(`the budget of ${budget} requests is used up. Pass a larger one with --budget`);
    if (performance.now() >= end) throw new ExhaustedError(deadlineReason);
  }

  async function acquire(): Promise<void> {
    if (active >= limit) await new Promise<void>((resolve) => queue.push(resolve));
    active += 1;
  }

  function release(): void {
    active -= 1;
    if (active < limit) queue.shift()?.();
  }

  return {
    deadlineReason,
    get started() {
      return started;
    },
    get remaining() {
      return Math.max(0, budget - started);
    },
    get timeLeft() {
      return Math.max(0, end - performance.now());
    },
    async run({ isCleanup }, request) {
      await acquire();
      try {
        if (!isCleanup) throwIfExhausted();
        // A pause can start during the delay.
        for (let delay = nextStart - performance.now(); delay > 0; delay = nextStart - performance.now()) {
          if (!isCleanup && delay > end - performance.now()) throw new ExhaustedError(formatLongPause(delay));
          await new Promise((resolve) => setTimeout(resolve, delay));
          if (!isCleanup) throwIfExhausted();
        }
        nextStart = Math.max(nextStart, performance.now() + interval);
        started += 1;
        return await request();
      } finally {
        release();
      }
    },
    throwIfExhausted,
    pause(duration) {
      nextStart = Math.max(nextStart, performance.now() + duration);
    },
    runOneAtATime() {
      limit = 1;
    },
    stop(reason) {
      stopReason ??= reason;
    },
  };
}

function formatLongPause(delay: number): string {
  return `the server requires a pause of ${Math.ceil(delay / 1000)} s, which is longer than the deadline allows`;
}
