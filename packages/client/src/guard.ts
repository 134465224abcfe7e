/** What lies beneath openapi-fetch as its `fetch`: the key, the attempts, their time, the redirects, the bodies. */
import { type Answer, readAnswer } from './answer.ts';
import { checkedKey, hiderOf } from './api-key.ts';
import { type Call, repeat } from './attempts.ts';
import type { Addressed } from './binding.ts';
import { causeOf } from './cause.ts';
import {
  AbortedError,
  BadArgumentError,
  type FailureDetails,
  GiftoinError,
  NetworkError,
  TimeoutError,
} from './errors.ts';
import type { Settings } from './options.ts';
import { timeIsUp, within } from './within.ts';

/** @returns what sends a request of a call; it throws {@link GiftoinError} alone */
export function guard(settings: Settings): (request: Addressed<Call>) => Promise<Answer> {
  const { apiKey, apiKeyHeader, attemptTimeout, maxBodySize, onAttempt } = settings;

  return async ({ method, url, call }) => {
    const { operationId, signal, timeout, deadline } = call;
    const key = typeof apiKey === 'string' ? apiKey : await askedKey(apiKey, call);
    const hide = hiderOf(key);
    const headers = { ...settings.headers, ...call.headers, [apiKeyHeader]: key };
    const retries = method === 'GET' ? call.retries : 0;

    return repeat({ ...call, retries }, onAttempt, async (attempts) => {
      const details = { operationId, attempts };
      const left = deadline - performance.now();
      try {
        return await within(Math.min(attemptTimeout, left), signal, async (own) => {
          const response = await (settings.fetch ?? globalThis.fetch)(url, {
            method,
            headers,
            redirect: 'manual',
            signal: own,
          });
          // A stand-in for fetch may not listen to the signal.
          if (own.aborted) await response.body?.cancel();
          return readAnswer(response, { key, hide, apiKeyHeader, maxBodySize, details });
        });
      } catch (thrown) {
        if (thrown instanceof GiftoinError) throw thrown;
        if (signal?.aborted) throw abortedError(signal, details);
        if (thrown !== timeIsUp) {
          throw new NetworkError(`There was no answer: ${hide(String((thrown as Error)?.message ?? thrown))}.`, {
            ...details,
            cause: causeOf(thrown, hide),
          });
        }
        const limit = left < attemptTimeout ? `${timeout} ms (timeout)` : `${attemptTimeout} ms (attemptTimeout)`;
        throw new TimeoutError(`There was no whole answer within ${limit}.`, details);
      }
    });
  };
}

async function askedKey(
  ask: () => string | Promise<string>,
  { operationId, signal, deadline, timeout }: Call,
): Promise<string> {
  const details = { operationId };
  try {
    const key = await within(deadline - performance.now(), signal, async () => ask());
    return checkedKey(key, 'The result of apiKey()', details);
  } catch (thrown) {
    if (thrown instanceof GiftoinError) throw thrown;
    if (signal?.aborted) throw abortedError(signal, details);
    if (thrown === timeIsUp) throw new TimeoutError(`apiKey() gave no key within ${timeout} ms (timeout).`, details);
    // Without its message, which may hold a key.
    throw new BadArgumentError('apiKey() failed. It has to give the API key.', details);
  }
}

/** The error of a call whose caller has aborted it. */
export function abortedError(signal: AbortSignal, details: FailureDetails): GiftoinError {
  return new AbortedError('The call was aborted by its signal.', { ...details, cause: signal.reason });
}
