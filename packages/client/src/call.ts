import type { OperationId } from '@giftoin/types';
import { AbortedError, GiftoinError, TimeoutError } from './errors.ts';
import { timeIsUp, within } from './within.ts';

/** What a call knows of itself. */
export interface Call {
  readonly operationId: OperationId;
  /** How long it may take, in milliseconds. */
  readonly timeout: number;
  /** When that is over, on the clock of `performance.now()`. */
  readonly deadline: number;
  readonly retries: number;
  readonly signal: AbortSignal | undefined;
  /** The headers that the caller adds. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Does a part of a call, in the time that the part and the call have left.
 *
 * @param most the time of the part, in milliseconds
 * @param failed makes an error of what the work throws
 * @throws {GiftoinError} and nothing else
 */
export async function bounded<Value>(
  { signal, deadline, timeout }: Call,
  most: number,
  work: (signal: AbortSignal) => Promise<Value>,
  failed: (thrown: unknown) => GiftoinError,
): Promise<Value> {
  const left = deadline - performance.now();
  try {
    return await within(Math.min(most, left), signal, work);
  } catch (thrown) {
    if (thrown instanceof GiftoinError) throw thrown;
    if (signal?.aborted) throw abortedError(signal);
    if (thrown !== timeIsUp) throw failed(thrown);
    const limit = left < most ? `${timeout} ms (timeout)` : `${most} ms (attemptTimeout)`;
    throw new TimeoutError(`There was no whole answer within ${limit}.`);
  }
}

/** Waits some milliseconds between attempts. @throws {AbortedError} where the caller aborts meanwhile */
export function pause(milliseconds: number, signal: AbortSignal | undefined, attempts: number): Promise<void> {
  const never = () => new Promise<void>(() => undefined);
  return within(milliseconds, signal, never).catch((thrown) => {
    if (thrown !== timeIsUp) throw abortedError(signal, attempts);
  });
}

/** The error of a call whose caller has aborted it. */
export function abortedError(signal: AbortSignal | undefined, attempts = 0): GiftoinError {
  return new AbortedError('The call was aborted by its signal.', { cause: signal?.reason, attempts });
}
