import { createAbortedError } from '../errors/aborted-error.ts';
import type { GiftoinError } from '../errors/giftoin-error.ts';
import type { Call } from './call.ts';
import type { CredentialSource, Credentials } from './credentials.ts';
import type { RetryBudget } from './retry-budget.ts';
import { timedOut, withTimeout } from './with-timeout.ts';

/** What the attempts of a call need. */
export interface Attempts<Value> {
  readonly getCredentials: CredentialSource;
  readonly budget: RetryBudget;
  send(credentials: Credentials): Promise<Value>;
  onRetry(error: GiftoinError, delay: number, credentials: Credentials): void;
}

/**
 * Repeats an attempt that failed with a temporary error, after a random backoff whose maximum doubles. A retry never
 * starts before `Retry-After` ends, and a backoff that would end after the deadline is not started. After a 401, tries once
 * more at once if there is another API key.
 *
 * @throws {GiftoinError} the error of the last attempt
 */
export async function retry<Value>(
  call: Call,
  { getCredentials, budget, send, onRetry }: Attempts<Value>,
): Promise<Value & { readonly attempts: number }> {
  let attempts = 0;
  let credentials: Credentials | undefined;
  let renewed: Credentials | undefined;
  let canRenew = true;
  for (;;) {
    try {
      const next = renewed ?? getCredentials(call);
      // A fixed key needs no wait: the request is sent before the method returns.
      credentials = next instanceof Promise ? await next : next;
      renewed = undefined;
      attempts += 1;
      const value = await send(credentials);
      budget.refill();
      return { ...value, attempts };
    } catch (thrown) {
      const error = Object.assign(thrown as GiftoinError, { operationId: call.operationId, attempts });
      let delay = 0;
      if (error.status === 401 && canRenew && credentials) {
        canRenew = false;
        renewed = await renew(call, getCredentials, credentials);
        if (!renewed) throw error;
      } else {
        delay = (error.retryAfter ?? 0) + createBackoff(attempts);
        const fits = performance.now() + delay < call.deadline;
        if (!error.isRetryable || attempts > call.retries || !fits) throw error;
      }
      if (!credentials || !budget.take()) throw error;
      onRetry(error, delay, credentials);
      if (delay > 0) await waitFor(delay, call.signal, attempts);
    }
  }
}

/** Returns other credentials than those that the server rejected. Undefined if there are none. */
async function renew(call: Call, getCredentials: CredentialSource, { key }: Credentials) {
  try {
    const credentials = await getCredentials(call);
    return credentials.key === key ? undefined : credentials;
  } catch {
    // The 401 says more than the failure to find another key.
    return undefined;
  }
}

/** A random time in milliseconds. One millisecond is added, because timers can fire that much too early. */
function createBackoff(attempts: number): number {
  return 1 + Math.random() * Math.min(250 * 2 ** attempts, 8000);
}

/** @throws {AbortedError} if the caller aborts before the time is over */
async function waitFor(milliseconds: number, signal: AbortSignal | undefined, attempts: number): Promise<void> {
  const never = () => new Promise<void>(() => undefined);
  await withTimeout(milliseconds, signal, never).catch((thrown) => {
    if (thrown !== timedOut) throw createAbortedError(signal, attempts);
  });
}
