/** What {@link within} throws where the time ran out. */
export const timeIsUp = Symbol('time is up');

// Calls that share a signal share a listener: Node.js 20 warns of more than ten.
const callsOf = new WeakMap<object, Set<() => void>>();

function abortCalls({ target }: Event): void {
  for (const abort of callsOf.get(target as AbortSignal) ?? []) abort();
}

/**
 * Does a piece of work that ends when it settles, when its time is over, or when the caller aborts, whichever comes first:
 * even where the work does not listen to its signal. Leaves no timer and no listener behind.
 *
 * @throws {timeIsUp} where the time, in milliseconds, ran out, and the caller's reason where the caller aborted
 */
export function within<Value>(
  milliseconds: number,
  caller: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  // A controller of its own: `fetch` leaves listeners at the signal it is given until that is collected.
  const controller = new AbortController();
  const calls = (caller && callsOf.get(caller)) ?? new Set<() => void>();
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
      controller.abort(reason === timeIsUp ? undefined : reason);
    };
    const abort = () => stop(caller?.reason);
    const timer = setTimeout(stop, milliseconds, timeIsUp);
    if (caller?.aborted) return abort();
    if (caller) callsOf.set(caller, calls);
    calls.add(abort);
    caller?.addEventListener('abort', abortCalls);
    work(controller.signal).then((value) => {
      release();
      resolve(value);
    }, fail);
  });
}
