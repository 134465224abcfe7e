import { endpoints, type OperationId } from '@giftoin/types';
import { createPaginateMethods } from '@giftoin/types/client-features';
import { WrongShapeError } from './errors/giftoin-error.ts';
import type { CallOptions, GiftoinClient, Methods, PaginateMethods, RawMethods, SafeMethods } from './methods.ts';
import type { GiftoinClientOptions } from './options/giftoin-client-options.ts';
import { parseParameters } from './options/parameters.ts';
import { resolveSettings, type Settings } from './options/settings.ts';
import { createHttpRequest, type HttpRequest } from './transport/http-request.ts';
import { redactResponse } from './transport/redact-response.ts';
import { createSendCall } from './transport/send-call.ts';
import type { CompletedCall } from './transport/transport.ts';

/**
 * Creates a client of the Giftoin collection-challenges API. Its methods throw a `GiftoinError` and nothing else.
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
  const sendCall = createSendCall(settings);

  const call = (id: OperationId, parameters: Record<string, unknown>, callOptions: CallOptions) =>
    sendCall(id, () => createRequest(settings, id, parameters), callOptions);

  // Each method has the type of its operation, which the loop over their names cannot express.
  const createMethods = (toResult: (completed: Promise<CompletedCall>) => Promise<unknown>): unknown =>
    Object.fromEntries(
      Object.keys(endpoints).map((id) => [
        id,
        (parameters = {}, callOptions = {}) => toResult(call(id as OperationId, parameters, callOptions ?? {})),
      ]),
    );
  return {
    ...(createMethods(async (completed) => (await completed).value) as Methods),
    paginate: (createPaginateMethods ? createPaginateMethods(call as never, WrongShapeError) : {}) as PaginateMethods,
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

function createRequest({ baseUrl }: Settings, id: OperationId, parameters: Record<string, unknown>): HttpRequest {
  return createHttpRequest(baseUrl, id, parseParameters(id, parameters));
}
