import { createRedactor, redactedApiKey } from '@giftoin/protocol';
import { toErrorCause } from '../errors/error-cause.ts';
import { BadArgumentError, NetworkError } from '../errors/giftoin-error.ts';
import { parseApiKey } from '../options/api-key.ts';
import { addDefaultCache } from '../options/fetch-options.ts';
import type { Fetch } from '../options/giftoin-client-options.ts';
import type { Settings } from '../options/settings.ts';
import type { Call } from './call.ts';
import type { HttpRequest } from './http-request.ts';
import { type ParsedResponse, readResponse } from './read-response.ts';
import type { Credentials } from './response-context.ts';
import { retry } from './retry.ts';
import { withDeadline } from './with-deadline.ts';

/** A successful response, with the number of requests that were sent. */
export interface CompletedCall extends ParsedResponse {
  readonly attempts: number;
}

/** Sends the request of a call. @throws {GiftoinError} and nothing else */
export type Transport = (request: HttpRequest, call: Call) => Promise<CompletedCall>;

/**
 * Creates the transport of a client. It adds the API key, limits time and size, retries temporary errors, and follows no
 * redirect.
 */
export function createTransport(settings: Settings): Transport {
  const { apiKey, apiKeyHeader, attemptTimeout, onRetry } = settings;

  const send = ({ method, url }: HttpRequest, call: Call, { key, redact }: Credentials) => {
    const headers = { ...settings.headers, ...call.headers, [apiKeyHeader]: key };
    const fetchOptions = { ...settings.fetchOptions, ...call.fetchOptions };

    const attempt = async (signal: AbortSignal) => {
      const sendRequest = call.fetch ?? settings.fetch ?? (fetch as Fetch);
      const options = addDefaultCache(fetchOptions, sendRequest);
      const response = (await sendRequest(url, {
        ...options,
        method,
        headers,
        redirect: 'manual',
        signal,
      })) as Response;
      // A custom fetch can ignore its signal.
      if (signal.aborted) await response.body?.cancel();
      return readResponse(response, { url, key, redact, settings });
    };
    const toNetworkError = (thrown: unknown) => {
      const cause = toErrorCause(thrown, redact);
      return new NetworkError(`The request failed: ${cause.message}.`, { cause });
    };
    const retryable = method === 'GET' ? call : { ...call, retries: 0 };
    return retry(retryable, onRetry, () => withDeadline(call, attemptTimeout, attempt, toNetworkError));
  };

  if (typeof apiKey === 'string') {
    const credentials = createCredentials(apiKey);
    return (request, call) => send(request, call, credentials);
  }
  return async (request, call) => send(request, call, createCredentials(await readApiKey(apiKey, call)));
}

function createCredentials(key: string): Credentials {
  return { key, redact: createRedactor({ secrets: [{ value: key, replacement: redactedApiKey }] }) };
}

function readApiKey(apiKey: () => string | Promise<string>, call: Call): Promise<string> {
  const read = async () => parseApiKey(await apiKey(), 'apiKey()');
  // Without the thrown value as its cause, which can contain a key.
  return withDeadline(call, call.timeout, read, () => new BadArgumentError('apiKey() failed.'));
}
