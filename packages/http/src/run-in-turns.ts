/** How long work holds the event loop before other work can run, in milliseconds. */
const maxTime = 5;

/**
 * Runs work in steps, between which the event loop does other work. Returns the result of the last step.
 *
 * @param steps a generator that yields after each step; a step should take much less than a millisecond
 */
export async function runInTurns<Result>(steps: Iterator<unknown, Result>): Promise<Result> {
  let start = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - start < maxTime) continue;
    await startTurn();
    start = performance.now();
  }
}

/** Creates a function that runs work one after the other, so that several large bodies do not hold the event loop together. */
export function createQueue(): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => {});
    return result;
  };
}

/** Node.js has `setImmediate`, which does not wait. Pages do not. */
function startTurn(): Promise<void> {
  const { setImmediate: schedule = setTimeout } = globalThis as { setImmediate?: (callback: () => void) => unknown };
  return new Promise((resolve) => void schedule(resolve));
}
