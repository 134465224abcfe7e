import { AbortedError } from './giftoin-error.ts';

/** Creates the error of a call that its signal aborted, with the code that Node.js uses for it. */
export function createAbortedError(signal: AbortSignal | undefined, attempts = 0): AbortedError {
  const details = { cause: signal?.reason, code: 'ABORT_ERR', attempts };
  return new AbortedError('The call was aborted by its signal.', details);
}
