/** Thrown where a request may not be sent any more; the message completes "skipped: …". */
export class ExhaustedError extends Error {
  override readonly name = 'ExhaustedError';
}

export interface PaceOptions {
  readonly budget: number;
  readonly rate: number;
  readonly concurrency: number;
  /** Milliseconds from now. */
  readonly deadline: number;
}

/** How requests are let out: so many in all, so many in a second, so many at once, and none after the deadline. */
export interface Pace {
  /** How many requests were let out. */
  readonly sent: number;
  /** How many more may be. */
  readonly left: number;
  /** Milliseconds until the deadline. */
  readonly timeLeft: number;
  /** @throws {ExhaustedError} where no request may be sent any more */
  run<Result>(request: () => Promise<Result>): Promise<Result>;
  /** @throws {ExhaustedError} where no request may be sent any more */
  refuseIfOver(): void;
  /** Lets nothing out for a while, in milliseconds: the server asked for it. */
  pause(duration: number): void;
  /** Lets nothing out any more; `reason` completes "skipped: …". */
  stop(reason: string): void;
}

export function paceOf({ budget, rate, concurrency, deadline }: PaceOptions): Pace {
  const end = performance.now() + deadline;
  const interval = 1000 / rate;
  const waiting: (() => void)[] = [];
  let underWay = 0;
  let sent = 0;
  let next = 0;
  let stopped: string | undefined;

  function refuseIfOver(): void {
    if (stopped !== undefined) throw new ExhaustedError(stopped);
    if (sent >= budget)
      throw new ExhaustedError(`the budget of ${budget} requests is used up: give more with --budget`);
    if (performance.now() >= end) throw new ExhaustedError(`the deadline of ${deadline / 1000} s has passed`);
  }

  async function turn(): Promise<void> {
    if (underWay >= concurrency) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay += 1;
  }

  function done(): void {
    const following = waiting.shift();
    if (following) following();
    else underWay -= 1;
  }

  return {
    get sent() {
      return sent;
    },
    get left() {
      return Math.max(0, budget - sent);
    },
    get timeLeft() {
      return Math.max(0, end - performance.now());
    },
    async run(request) {
      await turn();
      try {
        refuseIfOver();
        // The wait may have been made longer meanwhile.
        for (let wait = next - performance.now(); wait > 0; wait = next - performance.now()) {
          if (wait > end - performance.now()) throw new ExhaustedError(tooLong(wait));
          await new Promise((resolve) => setTimeout(resolve, wait));
          refuseIfOver();
        }
        next = Math.max(next, performance.now() + interval);
        sent += 1;
        return await request();
      } finally {
        done();
      }
    },
    refuseIfOver,
    pause(duration) {
      next = Math.max(next, performance.now() + duration);
    },
    stop(reason) {
      stopped ??= reason;
    },
  };
}

function tooLong(wait: number): string {
  return `the server asked to wait ${Math.ceil(wait / 1000)} s, which is longer than the deadline allows`;
}
