import { operationRules } from '@giftoin/types/client-features';
import { createNetworkError } from '../errors/create-network-error.ts';
import { runHook } from '../hooks/run-hook.ts';
import { addDefaultCache } from '../options/fetch-options.ts';
import type { Fetch } from '../options/giftoin-client-options.ts';
import type { Settings } from '../options/settings.ts';
import type { Call } from './call.ts';
import { type Credentials, createCredentialSource } from './credentials.ts';
import type { HttpRequest } from './http-request.ts';
import { type ParsedResponse, readResponse } from './read-response.ts';
import { retry } from './retry.ts';
import { createRetryBudget } from './retry-budget.ts';
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
  const { apiKeyHeader, attemptTimeout, onRetry } = settings;
  const getCredentials = createCredentialSource(settings.apiKey);
  const budget = createRetryBudget(settings.retryBudget);

  return ({ url, headers: ownHeaders, ...ownInit }, call) => {
    const customFetch = call.fetch ?? settings.fetch;
    const fetchOptions = { ...settings.fetchOptions, ...call.fetchOptions };

    const send = ({ key, redact }: Credentials) => {
      const headers = { ...settings.headers, ...ownHeaders, ...call.headers, [apiKeyHeader]: key };
      const attempt = async (signal: AbortSignal) => {
        const sendRequest = customFetch ?? (fetch as Fetch);
        const options = addDefaultCache(fetchOptions, sendRequest);
        const init = { ...options, ...ownInit, headers, redirect: 'manual', signal } as const;
        const response = (await sendRequest(url, init)) as Response;
        if (typeof response?.headers?.get !== 'function') throw new TypeError('fetch returned no Response');
        // A custom fetch can ignore its signal.
        if (signal.aborted) await response.body?.cancel?.();
        return readResponse(response, { url, key, redact, settings, operationId: call.operationId });
      };
      return withDeadline(call, attemptTimeout, attempt, (thrown) =>
        createNetworkError(thrown, url, redact, customFetch !== undefined),
      );
    };
    const canRetry = operationRules ? operationRules.isRetryable(call.operationId) : true;
    const retryable = canRetry ? call : { ...call, retries: 0 };
    return retry(retryable, {
      getCredentials,
      budget,
      send,
      onRetry: (error, delay, { redact }) => runHook('onRetry', () => onRetry?.(error, delay), redact),
    });
  };
}
