import { createAbortedError } from '../errors/aborted-error.ts';
import { GiftoinError, TimeoutError } from '../errors/giftoin-error.ts';
import type { Call } from './call.ts';
import { timedOut, withTimeout } from './with-timeout.ts';

/**
 * Runs one step of a call until it settles, its own time limit or the deadline of the call passes, or the caller aborts.
 *
 * @param limit the time limit of the step, in milliseconds
 * @param toError converts anything else that the step throws
 * @throws {GiftoinError} and nothing else
 */
export async function withDeadline<Value>(
  { signal, deadline, timeout }: Call,
  limit: number,
  step: (signal: AbortSignal) => Promise<Value>,
  toError: (thrown: unknown) => GiftoinError,
): Promise<Value> {
  const left = deadline - performance.now();
  try {
    return await withTimeout(Math.min(limit, left), signal, step);
  } catch (thrown) {
    if (thrown instanceof GiftoinError) throw thrown;
    if (signal?.aborted) throw createAbortedError(signal);
    if (thrown !== timedOut) throw toError(thrown);
    const exceeded = left < limit ? `${timeout} ms (timeout)` : `${limit} ms (attemptTimeout)`;
    throw new TimeoutError(`No complete response was received within ${exceeded}.`);
  }
}
