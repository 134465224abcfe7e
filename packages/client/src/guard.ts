import { type Answer, readAnswer } from './answer.ts';
import { checkedKey, hiderOf } from './api-key.ts';
import { repeat } from './attempts.ts';
import type { Addressed } from './binding.ts';
import { bounded, type Call } from './call.ts';
import { causeOf } from './cause.ts';
import { BadArgumentError, NetworkError } from './errors.ts';
import type { Settings } from './settings.ts';

/**
 * What lies beneath openapi-fetch as its `fetch`: it adds the key, repeats attempts, bounds their time, follows no
 * redirect and reads no more than it should. What it returns throws {@link GiftoinError} alone.
 */
export function guard(settings: Settings): (request: Addressed, call: Call) => Promise<Answer> {
  const { apiKey, apiKeyHeader, attemptTimeout, onRetry } = settings;

  const sendWith = ({ method, url }: Addressed, call: Call, key: string) => {
    const hide = hiderOf(key);
    const headers = { ...settings.headers, ...call.headers, [apiKeyHeader]: key };

    const ask = async (signal: AbortSignal) => {
      const send = settings.fetch ?? fetch;
      const response = await send(url, { method, headers, redirect: 'manual', signal });
      // A stand-in for fetch may not have listened to its signal.
      if (signal.aborted) await response.body?.cancel();
      return readAnswer(response, { url, key, hide, settings });
    };
    const failed = (thrown: unknown) => {
      const cause = causeOf(thrown, hide);
      return new NetworkError(`There was no whole answer: ${cause.message}.`, { cause });
    };
    const repeated = method === 'GET' ? call : { ...call, retries: 0 };
    return repeat(repeated, onRetry, () => bounded(call, attemptTimeout, ask, failed));
  };

  return (request, call) =>
    typeof apiKey === 'string'
      ? sendWith(request, call, apiKey)
      : askedKey(apiKey, call).then((key) => sendWith(request, call, key));
}

function askedKey(apiKey: () => string | Promise<string>, call: Call): Promise<string> {
  const ask = async () => checkedKey(await apiKey(), 'apiKey()');
  // Without what was thrown, which may hold a key.
  return bounded(call, call.timeout, ask, () => new BadArgumentError('apiKey() failed.'));
}
