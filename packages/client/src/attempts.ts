import { type Call, pause } from './call.ts';
import type { GiftoinError } from './errors.ts';

/**
 * Repeats an attempt where that may help: after a random wait that may double each time, never sooner than the server
 * asks, and only where the wait ends before the deadline.
 *
 * @throws {GiftoinError} that of the last attempt
 */
export async function repeat<Answer>(
  { operationId, deadline, signal, retries }: Call,
  onRetry: ((error: GiftoinError, delay: number) => void) | undefined,
  attempt: () => Promise<Answer>,
): Promise<Answer & { readonly attempts: number }> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      return { ...(await attempt()), attempts };
    } catch (thrown) {
      const error = Object.assign(thrown as GiftoinError, { operationId, attempts });
      const wait = waitAfter(error);
      // Not a number where a repeat would not help.
      if (attempts > retries || !(performance.now() + wait < deadline)) throw error;
      onRetry?.(error, wait);
      await pause(wait, signal, attempts);
    }
  }
}

/** In milliseconds; NaN where a repeat would not help. One more than asked: timers may be that early. */
function waitAfter({ kind, status, retryAfter = 0, attempts }: GiftoinError): number {
  const mayHelp =
    kind === 'network' || kind === 'timeout' || [408, 425, 429, 500, 502, 503, 504].includes(Number(status));
  return mayHelp ? retryAfter + 1 + Math.random() * Math.min(250 * 2 ** attempts, 8000) : Number.NaN;
}
