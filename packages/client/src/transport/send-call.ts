import type { OperationId } from '@giftoin/types';
import { createAbortedError } from '../errors/aborted-error.ts';
import { BadArgumentError, GiftoinError } from '../errors/giftoin-error.ts';
import type { CallOptions } from '../methods.ts';
import { parseFetchOptions } from '../options/fetch-options.ts';
import { parseHeaders } from '../options/headers.ts';
import { resolveLimits } from '../options/limits.ts';
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

/** Creates the function that every call of a client goes through, whichever interface the program uses. */
export function createSendCall(settings: Settings): SendCall {
  const transport = createTransport(settings);
  return async (operationId, createRequest, options) => {
    try {
      const { signal, fetch, headers = {} } = options;
      const hasLimits = options.timeout !== undefined || options.retries !== undefined;
      const { timeout, retries } = hasLimits ? resolveLimits(options, settings) : settings;
      const deadline = performance.now() + timeout;
      const request = createRequest();
      const limits = { timeout, deadline, retries, signal };
      const fetchOptions = parseFetchOptions(options.fetchOptions);
      const call = { operationId, ...limits, headers: parseHeaders(headers), fetch, fetchOptions };
      if (signal?.aborted) throw createAbortedError(signal);
      const completed = await transport(request, call);
      validateResponse(operationId, completed, settings);
      return completed;
    } catch (thrown) {
      // For example the error for a parameter that cannot be encoded in a URL.
      const error = thrown instanceof GiftoinError ? thrown : new BadArgumentError(String(thrown));
      throw Object.assign(error, { operationId });
    }
  };
}
