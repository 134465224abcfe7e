import type { Redact } from '@giftoin/protocol';
import { endpoints, type OperationId } from '@giftoin/types';
import { createAbortedError } from './errors/aborted-error.ts';
import { BadArgumentError, GiftoinError } from './errors/giftoin-error.ts';
import type { CallOptions, GiftoinClient, Methods, RawMethods, SafeMethods } from './methods.ts';
import type { GiftoinClientOptions } from './options/giftoin-client-options.ts';
import { parseHeaders } from './options/headers.ts';
import { resolveLimits } from './options/limits.ts';
import { validateParameters } from './options/parameters.ts';
import { resolveSettings } from './options/settings.ts';
import { createHttpRequest } from './transport/http-request.ts';
import { type CompletedCall, createTransport } from './transport/transport.ts';
import { validateResponse } from './validation/validate-response.ts';

/**
 * Creates a client of the Giftoin collection-challenges API. Its methods throw a {@link GiftoinError} and nothing else.
 *
 * @param options Default: the API key from the environment variable `GIFTOIN_API_KEY`, and the default of each option.
 * @throws {GiftoinError} of the kind `badArgument` if an option is invalid or there is no API key
 *
 * @example
 * const giftoin = createGiftoinClient();
 * const programs = await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '42' });
 */
export function createGiftoinClient(options: GiftoinClientOptions = {}): GiftoinClient {
  const settings = resolveSettings(options);
  const transport = createTransport(settings);

  async function call(
    operationId: OperationId,
    parameters: Record<string, unknown>,
    callOptions: CallOptions,
  ): Promise<CompletedCall> {
    try {
      const { signal, headers = {} } = callOptions;
      const hasLimits = callOptions.timeout !== undefined || callOptions.retries !== undefined;
      const { timeout, retries } = hasLimits ? resolveLimits(callOptions, settings) : settings;
      const deadline = performance.now() + timeout;
      validateParameters(operationId, parameters);
      const request = createHttpRequest(settings.baseUrl, operationId, parameters);
      const call = { operationId, timeout, deadline, retries, signal, headers: parseHeaders(headers) };
      if (signal?.aborted) throw createAbortedError(signal);
      const completed = await transport(request, call);
      validateResponse(operationId, completed, settings);
      return completed;
    } catch (thrown) {
      // For example the error for a parameter that cannot be encoded in a URL.
      const error = thrown instanceof GiftoinError ? thrown : new BadArgumentError(String(thrown));
      throw Object.assign(error, { operationId });
    }
  }

  // Each method has the type of its operation, which the loop over their names cannot express.
  const createMethods = (toResult: (completed: Promise<CompletedCall>) => Promise<unknown>): unknown =>
    Object.fromEntries(
      Object.keys(endpoints).map((id) => [
        id,
        (parameters = {}, callOptions = {}) => toResult(call(id as OperationId, parameters, callOptions)),
      ]),
    );
  return {
    ...(createMethods(async (completed) => (await completed).value) as Methods),
    safe: createMethods((completed) =>
      completed.then(
        ({ value }) => ({ ok: true, value }),
        (error) => ({ ok: false, error }),
      ),
    ) as SafeMethods,
    raw: createMethods((completed) =>
      completed.then(({ value, response, redact }) => ({ value, response: redactResponse(response, redact) })),
    ) as RawMethods,
  };
}

/** Returns the same response, or a copy without the API key if the server repeats it in a header or the reason phrase. */
function redactResponse(response: Response, redact: Redact): Response {
  const { status, statusText } = response;
  const headers = [...response.headers];
  const text = statusText + headers.join();
  if (redact(text) === text) return response;
  return new Response(null, { status, headers: headers.map(([name, value]) => [name, redact(value)]) });
}
