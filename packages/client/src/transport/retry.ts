import { createAbortedError } from '../errors/aborted-error.ts';
import type { GiftoinError } from '../errors/giftoin-error.ts';
import type { Call } from './call.ts';
import { timedOut, withTimeout } from './with-timeout.ts';

/**
 * Repeats an attempt that failed with a temporary error, after a random backoff whose maximum doubles. A retry never
 * starts before `Retry-After` ends, and a backoff that would end after the deadline is not started.
 *
 * @throws {GiftoinError} the error of the last attempt
 */
export async function retry<Value>(
  { operationId, deadline, signal, retries }: Call,
  onRetry: ((error: GiftoinError, delay: number) => void) | undefined,
  attempt: () => Promise<Value>,
): Promise<Value & { readonly attempts: number }> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return { ...(await attempt()), attempts };
    } catch (thrown) {
      const error = Object.assign(thrown as GiftoinError, { operationId, attempts });
      const backoff = calculateBackoff(error);
      // False for NaN, which means that a retry would not help.
      const fits = performance.now() + backoff < deadline;
      if (attempts > retries || !fits) throw error;
      onRetry?.(error, backoff);
      await waitFor(backoff, signal, attempts);
    }
  }
}

/**
 * The time to wait before the next attempt, in milliseconds; NaN if a retry would not help. One millisecond is added,
 * because timers can fire that much too early.
 */
function calculateBackoff({ kind, status, retryAfter = 0, attempts }: GiftoinError): number {
  const isTemporary =
    kind === 'network' || kind === 'timeout' || [408, 425, 429, 500, 502, 503, 504].includes(Number(status));
  return isTemporary ? retryAfter + 1 + Math.random() * Math.min(250 * 2 ** attempts, 8000) : Number.NaN;
}

/** @throws {AbortedError} if the caller aborts before the time is over */
async function waitFor(milliseconds: number, signal: AbortSignal | undefined, attempts: number): Promise<void> {
  const never = () => new Promise<void>(() => undefined);
  await withTimeout(milliseconds, signal, never).catch((thrown) => {
    if (thrown !== timedOut) throw createAbortedError(signal, attempts);
  });
}
