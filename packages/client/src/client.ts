import { endpoints, type OperationAnswer, type OperationId, type OperationParameters } from '@giftoin/types';
import { bind } from './binding.ts';
import { errorStatusOf, GiftoinError } from './errors.ts';
import { type GiftoinClientOptions, settingsOf } from './options.ts';

export interface CallOptions {
  /** Ends the call when it aborts. */
  readonly signal?: AbortSignal;
}

/** A method for every operation of the document, named by its operationId. */
export type GiftoinClient = {
  readonly [Id in OperationId]: (
    parameters: OperationParameters<Id>,
    options?: CallOptions,
  ) => Promise<OperationAnswer<Id>>;
};

/**
 * Creates a client of the Giftoin collection-challenges API.
 *
 * @example
 * const giftoin = createGiftoinClient({ apiKey: process.env.GIFTOIN_API_KEY ?? '' });
 * const programs = await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '42' });
 *
 * @throws {TypeError} where an option does not fit; its methods throw {@link GiftoinError} alone
 */
export function createGiftoinClient(options: GiftoinClientOptions): GiftoinClient {
  const { credentials, baseUrl, fetch } = settingsOf(options);
  const send = bind(baseUrl, fetch);

  async function call(operationId: OperationId, parameters: object, { signal }: CallOptions = {}): Promise<unknown> {
    const received = await send({ operationId, parameters: { ...parameters }, headers: credentials, signal }).catch(
      (cause: unknown) => {
        const kind = cause instanceof SyntaxError ? 'body' : 'network';
        const what = kind === 'body' ? 'The answer is not JSON' : 'There was no answer';
        throw new GiftoinError(kind, operationId, `${what}: ${(cause as Error).message}`, { cause });
      },
    );
    const { status } = received.response;
    if (status === 200 && received.value !== undefined) return received.value;
    const said = errorStatusOf(received.error)?.errorMessage ?? `The server answered ${status} without a reason.`;
    throw new GiftoinError('answer', operationId, said, { status, body: received.error });
  }

  const operationIds = Object.keys(endpoints) as OperationId[];
  const methods = operationIds.map((id) => [
    id,
    (parameters: object, more?: CallOptions) => call(id, parameters, more),
  ]);
  // Each method has the type of its operation, which the loop over their names cannot show.
  return Object.fromEntries(methods) as unknown as GiftoinClient;
}
