/** What {@link within} throws where the time ran out. */
export const timeIsUp = Symbol('time is up');

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
  return new Promise<Value>((resolve, reject) => {
    const release = () => {
      clearTimeout(timer);
      caller?.removeEventListener('abort', abort);
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
    caller?.addEventListener('abort', abort);
    work(controller.signal).then((value) => {
      release();
      resolve(value);
    }, fail);
  });
}
