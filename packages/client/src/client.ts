import {
  apiKeyHeaders,
  endpoints,
  type OperationAnswer,
  type OperationId,
  type OperationParameters,
} from '@giftoin/types';
import type { Answer } from './answer.ts';
import { checkAnswer } from './answer-check.ts';
import { headerFault } from './api-key.ts';
import type { Call } from './attempts.ts';
import { bind } from './binding.ts';
import { BadArgumentError, GiftoinError } from './errors.ts';
import { abortedError, guard } from './guard.ts';
import { checkedInteger, checkedTime, type GiftoinClientOptions, quote, type Settings, settingsOf } from './options.ts';
import { checkParameters } from './parameters.ts';

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
  readonly [Id in OperationId]: (
    parameters: OperationParameters<Id>,
    options?: CallOptions,
  ) => Promise<OperationAnswer<Id>>;
};

/** The methods that never throw. */
export type SafeMethods = {
  readonly [Id in OperationId]: (
    parameters: OperationParameters<Id>,
    options?: CallOptions,
  ) => Promise<Result<OperationAnswer<Id>>>;
};

/** The methods that give the response too. */
export type RawMethods = {
  readonly [Id in OperationId]: (
    parameters: OperationParameters<Id>,
    options?: CallOptions,
  ) => Promise<RawAnswer<OperationAnswer<Id>>>;
};

/** What a call came to. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: GiftoinError };

/** An answer with the response that brought it, for its headers. The body of the response has been read. */
export interface RawAnswer<Value> {
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
  const send = bind<Call, Answer>(settings.baseUrl, guard(settings));

  async function call(operationId: OperationId, parameters: object = {}, more: CallOptions = {}): Promise<Answer> {
    try {
      checkParameters(operationId, parameters);
      const call = callOf(operationId, more, settings);
      if (more.signal?.aborted) throw abortedError(more.signal, { operationId });
      const answer = await send(operationId, parameters, call);
      checkAnswer(operationId, answer.value, settings);
      return answer;
    } catch (error) {
      if (error instanceof GiftoinError) throw error;
      // The binding throws where a value cannot stand in a URL.
      throw new BadArgumentError(`The parameters cannot be sent: ${(error as Error).message}.`, { operationId });
    }
  }

  const methods = <Outcome>(outcome: (answer: Promise<Answer>) => Promise<Outcome>) =>
    Object.fromEntries(
      Object.keys(endpoints).map((id) => [
        id,
        (parameters?: object, more?: CallOptions) => outcome(call(id as OperationId, parameters, more)),
      ]),
    );
  const client = {
    ...methods(async (answer) => (await answer).value),
    safe: methods((answer) =>
      answer.then(
        ({ value }) => ({ ok: true, value }),
        (error) => ({ ok: false, error }),
      ),
    ),
    raw: methods((answer) => answer),
  };
  // Each method has the type of its operation, which the loop over their names cannot show.
  return client as unknown as GiftoinClient;
}

function callOf(operationId: OperationId, options: CallOptions, settings: Settings): Call {
  const timeout = options.timeout === undefined ? settings.timeout : checkedTime(options.timeout, 'timeout');
  const retries = options.retries === undefined ? settings.retries : checkedInteger(options.retries, 'retries', 0, 100);
  return {
    operationId,
    timeout,
    deadline: performance.now() + timeout,
    retries,
    signal: options.signal,
    headers: options.headers ? checkedHeaders(options.headers) : {},
  };
}

function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => {
    const lower = name.toLowerCase();
    if ((apiKeyHeaders as readonly string[]).includes(lower)) {
      throw new BadArgumentError(
        `headers has ${name}. Give the API key to the client: createGiftoinClient({ apiKey }).`,
      );
    }
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name))
      throw new BadArgumentError(`headers has the name ${quote(name)}, which is none of HTTP.`);
    const fault = typeof value === 'string' ? headerFault(value) : `is ${typeof value}`;
    if (fault) throw new BadArgumentError(`headers: the value of ${name} ${fault}. Give a string.`);
    return [lower, value];
  });
  return Object.fromEntries(entries);
}
