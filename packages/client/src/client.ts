import {
  endpoints,
  type OperationId,
  type OperationParameters,
  type OperationResponse,
  type Operations,
} from '@giftoin/types';
import type { Answer } from './answer.ts';
import { checkAnswer } from './answer-check.ts';
import type { Hide } from './api-key.ts';
import { bind } from './binding.ts';
import { abortedError } from './call.ts';
import { BadArgumentError, GiftoinError } from './errors.ts';
import { guard } from './guard.ts';
import { checkedHeaders } from './headers.ts';
import { limitsOf } from './limits.ts';
import type { GiftoinClientOptions } from './options.ts';
import { checkParameters } from './parameters.ts';
import { settingsOf } from './settings.ts';

/** What one call can be told; for what it leaves out, the options of the client hold. */
export interface CallOptions {
  /** Ends the call when it aborts, with its reason as the `cause` of an `AbortedError`. */
  readonly signal?: AbortSignal | undefined;
  /** The time of the whole call, in milliseconds. */
  readonly timeout?: number | undefined;
  /** How often the request is repeated where that may help. */
  readonly retries?: number | undefined;
  /** More headers, such as one that traces. None that carries an API key: give that to the client. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

/** The methods that give the answer. */
export type Methods = {
  readonly [Id in keyof Operations]: (
    parameters: OperationParameters<Id>,
    options?: CallOptions,
  ) => Promise<OperationResponse<Id>>;
};

/** The methods that never throw. */
export type SafeMethods = {
  readonly [Id in keyof Operations]: (
    parameters: OperationParameters<Id>,
    options?: CallOptions,
  ) => Promise<Result<OperationResponse<Id>>>;
};

/** The methods that give the response too. */
export type RawMethods = {
  readonly [Id in keyof Operations]: (
    parameters: OperationParameters<Id>,
    options?: CallOptions,
  ) => Promise<RawResponse<OperationResponse<Id>>>;
};

/** What a call came to. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: GiftoinError };

/** An answer with the response that brought it, for its headers. The body of the response has been read. */
export interface RawResponse<Value> {
  readonly value: Value;
  readonly response: Response;
}

/** A client: a method for every operation of the document, named by its operationId. */
export interface GiftoinClient extends Methods {
  /** The same methods, which never throw: `{ ok: true, value }` or `{ ok: false, error }`. */
  readonly safe: SafeMethods;
  /** The same methods with the response beside the value: `{ value, response }`. */
  readonly raw: RawMethods;
}

/**
 * Creates a client of the Giftoin collection-challenges API.
 *
 * @example
 * const giftoin = createGiftoinClient(); // the key in GIFTOIN_API_KEY
 * const programs = await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '42' });
 *
 * @throws {GiftoinError} of the kind `badArgument` where an option does not fit; its methods throw {@link GiftoinError} alone
 */
export function createGiftoinClient(options: GiftoinClientOptions = {}): GiftoinClient {
  const settings = settingsOf(options);
  const send = bind(settings.baseUrl, guard(settings));

  async function ask(
    operationId: OperationId,
    parameters: Record<string, unknown>,
    more: CallOptions,
  ): Promise<Answer> {
    try {
      const { signal, headers } = more;
      const { timeout, retries } =
        more.timeout === undefined && more.retries === undefined ? settings : limitsOf(more, settings);
      const deadline = performance.now() + timeout;
      const call = { operationId, timeout, deadline, retries, signal, headers: headers ? checkedHeaders(headers) : {} };
      checkParameters(operationId, parameters);
      if (signal?.aborted) throw abortedError(signal);
      const answer = await send(operationId, parameters, call);
      checkAnswer(operationId, answer, settings);
      return answer;
    } catch (thrown) {
      // Beside the errors of this client there are those of values that cannot stand in a URL.
      const error = thrown instanceof GiftoinError ? thrown : new BadArgumentError(String(thrown));
      throw Object.assign(error, { operationId });
    }
  }

  // Each method has the type of its operation, which the loop over their names cannot show.
  const methods = (outcome: (answer: Promise<Answer>) => Promise<unknown>): unknown =>
    Object.fromEntries(
      Object.keys(endpoints).map((id) => [
        id,
        (parameters = {}, more = {}) => outcome(ask(id as OperationId, parameters, more)),
      ]),
    );
  return {
    ...(methods(async (answer) => (await answer).value) as Methods),
    safe: methods((answer) =>
      answer.then(
        ({ value }) => ({ ok: true, value }),
        (error) => ({ ok: false, error }),
      ),
    ) as SafeMethods,
    raw: methods((answer) =>
      answer.then(({ value, response, hide }) => ({ value, response: responseWithoutKey(response, hide) })),
    ) as RawMethods,
  };
}

/** The response itself, unless it repeats the key. */
function responseWithoutKey(response: Response, hide: Hide): Response {
  const { status, statusText } = response;
  const headers = [...response.headers];
  const text = statusText + headers.join();
  if (hide(text) === text) return response;
  return new Response(null, { status, headers: headers.map(([name, value]) => [name, hide(value)]) });
}
