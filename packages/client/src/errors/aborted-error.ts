import { AbortedError } from './giftoin-error.ts';

/** Creates the error of a call that its signal aborted. */
export function createAbortedError(signal: AbortSignal | undefined, attempts = 0): AbortedError {
  return new AbortedError('The call was aborted by its signal.', { cause: signal?.reason, attempts });
}
