/** How often the time is counted, in milliseconds. */
const interval = 100;

/**
 * Calls a function after a time in which this process was waiting. The time in which it was busy with other responses counts only
 * in part, because a response that has arrived meanwhile is not late.
 *
 * Returns a function that stops the timer.
 */
export function createPatientTimer(duration: number, onEnd: () => void): () => void {
  let waited = 0;
  let last = performance.now();
  let timer = setTimeout(count, Math.min(interval, duration));

  function count(): void {
    const now = performance.now();
    waited += Math.min(now - last, 2 * interval);
    last = now;
    // A timer can fire slightly early.
    if (waited < duration - 1) timer = setTimeout(count, Math.min(interval, Math.max(1, duration - waited)));
    // What has arrived is read first.
    else setImmediate(() => setImmediate(onEnd));
  }

  return () => clearTimeout(timer);
}
