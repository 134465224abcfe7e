/** {@link withTimeout} throws this value when the time is over. */
export const timedOut = Symbol('timed out');

// Calls that share a signal share one listener, because Node.js 20 warns about more than ten.
const abortFunctions = new WeakMap<object, Set<() => void>>();

function abortCalls({ target }: Event): void {
  for (const abort of abortFunctions.get(target as AbortSignal) ?? []) abort();
}

/**
 * Runs a task until it settles, the time is over, or the caller aborts. Does not depend on the task to react to its
 * signal. Leaves no timer and no listener behind.
 *
 * @param caller the signal of the caller
 * @throws {timedOut} if the time is over, and the reason of the signal if the caller aborts
 */
export function withTimeout<Value>(
  milliseconds: number,
  caller: AbortSignal | undefined,
  task: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  // The task gets a signal of its own: `fetch` keeps its listeners on a signal until that is garbage collected.
  const controller = new AbortController();
  const calls = (caller && abortFunctions.get(caller)) ?? new Set<() => void>();
  return new Promise<Value>((resolve, reject) => {
    const release = () => {
      clearTimeout(timer);
      calls.delete(abort);
      if (calls.size === 0) caller?.removeEventListener('abort', abortCalls);
    };
    const fail = (reason: unknown) => {
      release();
      reject(reason);
    };
    const stop = (reason: unknown) => {
      fail(reason);
      controller.abort(reason === timedOut ? undefined : reason);
    };
    const abort = () => stop(caller?.reason);
    const timer = setTimeout(stop, milliseconds, timedOut);
    if (caller?.aborted) return abort();
    if (caller) abortFunctions.set(caller, calls);
    calls.add(abort);
    caller?.addEventListener('abort', abortCalls);
    task(controller.signal).then((value) => {
      release();
      resolve(value);
    }, fail);
  });
}
