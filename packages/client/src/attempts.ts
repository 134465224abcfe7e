import { type Call, pause } from './call.ts';
import type { GiftoinError } from './errors.ts';
import type { Attempt } from './options.ts';

/**
 * Repeats an attempt where that may help: after a random wait that may double each time, never sooner than the server
 * asks, and only where the wait ends before the deadline.
 *
 * @throws {GiftoinError} that of the last attempt
 */
export async function repeat<Answer>(
  { operationId, deadline, signal, retries }: Call,
  onAttempt: ((attempt: Attempt) => void) | undefined,
  attempt: () => Promise<Answer>,
): Promise<Answer> {
  for (let attempts = 1; ; attempts += 1) {
    const start = performance.now();
    let answer: Answer | undefined;
    let error: GiftoinError | undefined;
    try {
      answer = await attempt();
    } catch (thrown) {
      // An attempt throws nothing else.
      error = Object.assign(thrown as GiftoinError, { attempts });
    }
    const end = performance.now();
    const wait = error && attempts <= retries ? waitAfter(attempts, error) : Number.NaN;
    const retryIn = end + wait < deadline ? wait : undefined;
    tell(onAttempt, { operationId, attempt: attempts, duration: end - start, error, retryIn });
    if (!error) return answer as Answer;
    if (retryIn === undefined) throw error;
    await pause(retryIn, signal, attempts);
  }
}

/** In milliseconds; NaN where a repeat would not help. One more than asked: timers may be that early. */
function waitAfter(attempts: number, { kind, status, retryAfter = 0 }: GiftoinError): number {
  const mayHelp =
    kind === 'network' || kind === 'timeout' || [408, 425, 429, 500, 502, 503, 504].includes(Number(status));
  return mayHelp ? retryAfter + 1 + Math.random() * Math.min(250 * 2 ** attempts, 8000) : Number.NaN;
}

function tell(onAttempt: ((attempt: Attempt) => void) | undefined, attempt: Attempt): void {
  try {
    onAttempt?.(attempt);
  } catch {
    // An observer does not decide how a call ends.
  }
}
