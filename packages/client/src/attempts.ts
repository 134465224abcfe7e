import type { OperationId } from '@giftoin/types';
import { AbortedError, type GiftoinError } from './errors.ts';
import type { Attempt } from './options.ts';
import { pause } from './within.ts';

/** What a call knows of itself. */
export interface Call {
  readonly operationId: OperationId;
  /** When the time of the call is over, on the clock of `performance.now()`. */
  readonly deadline: number;
  /** How long the call may take, in milliseconds; for messages. */
  readonly timeout: number;
  readonly retries: number;
  readonly signal: AbortSignal | undefined;
  /** Headers of the caller, with their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Repeats an attempt where that may help: after a random wait that may double each time, never sooner than the server
 * asks, and only where the wait ends before the deadline.
 *
 * @throws {GiftoinError} that of the last attempt
 */
export async function repeat<Answer>(
  { operationId, deadline, retries, signal }: Call,
  onAttempt: ((attempt: Attempt) => void) | undefined,
  attempt: (number: number) => Promise<Answer>,
): Promise<Answer> {
  for (let number = 1; ; number += 1) {
    const start = performance.now();
    let error: GiftoinError | undefined;
    let answer: Answer | undefined;
    try {
      answer = await attempt(number);
    } catch (thrown) {
      // An attempt throws nothing else.
      error = thrown as GiftoinError;
    }
    const end = performance.now();
    const wait = error && number <= retries && mayHelp(error) ? waitAfter(number, error.retryAfter) : undefined;
    const retryIn = wait !== undefined && end + wait < deadline ? wait : undefined;
    tell(onAttempt, { operationId, attempt: number, duration: end - start, error, retryIn });
    if (!error) return answer as Answer;
    if (retryIn === undefined) throw error;
    await pause(retryIn, signal).catch((cause) => {
      throw new AbortedError('The call was aborted by its signal.', { operationId, attempts: number, cause });
    });
  }
}

const passing = [408, 425, 429, 500, 502, 503, 504];

function mayHelp({ kind, status }: GiftoinError): boolean {
  return kind === 'network' || kind === 'timeout' || passing.includes(Number(status));
}

/** In milliseconds, and one more: timers may be that much too early. */
function waitAfter(attempt: number, retryAfter = 0): number {
  return retryAfter + Math.random() * Math.min(250 * 2 ** attempt, 8000) + 1;
}

function tell(onAttempt: ((attempt: Attempt) => void) | undefined, attempt: Attempt): void {
  try {
    onAttempt?.(attempt);
  } catch {
    // An observer must not decide how a call ends.
  }
}
