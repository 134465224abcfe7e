import { setTimeout as sleep } from 'node:timers/promises';

/** How long to retry while another connection writes, in milliseconds. */
const busyTimeout = 5_000;

/** The maximum delay before a retry, in milliseconds. */
const maxRetryDelay = 10;

/** The result codes for busy and locked (https://sqlite.org/rescode.html). */
const busyCodes = [5, 6];

/** Retries an action while another connection writes to the database, for up to 5 seconds. */
export async function retryWhileBusy<Result>(action: () => Result | Promise<Result>): Promise<Result> {
  const deadline = performance.now() + busyTimeout;
  for (;;) {
    try {
      return await action();
    } catch (error) {
      if (!isBusyError(error) || performance.now() > deadline) throw error;
    }
    // The delay is random, so that several connections do not retry at the same time.
    await sleep(Math.random() * maxRetryDelay);
  }
}

/** Whether an error, or its cause, says that another connection writes to the database. */
export function isBusyError(error: unknown): boolean {
  const { cause } = error as { readonly cause?: unknown };
  return hasErrorCode(error, busyCodes) || (cause !== undefined && isBusyError(cause));
}

/** Whether an error has one of the result codes. The primary code is the low byte of the extended one. */
export function hasErrorCode(error: unknown, codes: readonly number[]): boolean {
  const { errcode } = error as { readonly errcode?: number };
  return errcode !== undefined && codes.includes(errcode & 0xff);
}
