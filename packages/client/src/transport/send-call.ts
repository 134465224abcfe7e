import type { OperationId } from '@giftoin/types';
import { createAbortedError } from '../errors/aborted-error.ts';
import { addCallerStack } from '../errors/caller-stack.ts';
import { BadArgumentError, GiftoinError } from '../errors/giftoin-error.ts';
import type { CallOptions } from '../methods.ts';
import { parseFetchOptions } from '../options/fetch-options.ts';
import { parseHeaders } from '../options/headers.ts';
import { resolveLimits } from '../options/limits.ts';
import { readKnown } from '../options/read-known.ts';
import type { Settings } from '../options/settings.ts';
import { validateResponse } from '../validation/validate-response.ts';
import type { HttpRequest } from './http-request.ts';
import { type CompletedCall, createTransport } from './transport.ts';

/**
 * Sends one call of an operation, and validates its response.
 *
 * @param createRequest validates the parameters. What it throws becomes a {@link BadArgumentError}.
 * @throws {GiftoinError} and nothing else
 */
export type SendCall = (
  operationId: OperationId,
  createRequest: () => HttpRequest,
  options: CallOptions,
) => Promise<CompletedCall>;

/** The names of all options of a call. The compiler requires that none is missing. */
const optionNames = Object.keys({
  signal: true,
  timeout: true,
  retries: true,
  headers: true,
  fetch: true,
  fetchOptions: true,
} satisfies { readonly [Name in keyof CallOptions]-?: true }) as (keyof CallOptions)[];

/** Creates the function that every call of a client goes through, whichever interface the program uses. */
export function createSendCall(settings: Settings): SendCall {
  const transport = createTransport(settings);
  return async (operationId, createRequest, callOptions) => {
    const site = new Error();
    try {
      const options = readKnown(callOptions, optionNames, 'option');
      const { signal, fetch, headers } = options;
      const hasLimits = options.timeout !== undefined || options.retries !== undefined;
      const { timeout, retries } = hasLimits ? resolveLimits(options, settings) : settings;
      const deadline = performance.now() + timeout;
      const request = createRequest();
      if (signal && !('addEventListener' in signal && 'aborted' in signal)) {
        throw new BadArgumentError('signal is not an AbortSignal.');
      }
      const limits = { timeout, deadline, retries, signal: signal ?? undefined };
      const fetchOptions = parseFetchOptions(options.fetchOptions);
      const call = { operationId, ...limits, headers: headers ? parseHeaders(headers) : {}, fetch, fetchOptions };
      if (signal?.aborted) throw createAbortedError(signal);
      const completed = await transport(request, call);
      validateResponse(operationId, completed, settings, site);
      return completed;
    } catch (thrown) {
      // For example the error for a parameter that cannot be encoded in a URL.
      const error = thrown instanceof GiftoinError ? thrown : new BadArgumentError(String(thrown));
      throw addCallerStack(Object.assign(error, { operationId }), site);
    }
  };
}
