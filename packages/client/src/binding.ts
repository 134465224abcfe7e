/**
 * The one place that knows openapi-fetch: it fills paths and queries and reads bodies. It is in maintenance mode and
 * pinned; a replacement has to provide `bind` and nothing else.
 */
import { endpoints, type OperationId } from '@giftoin/types';
import type { paths } from '@giftoin/types/paths';
import createClient from 'openapi-fetch';

export interface Call {
  readonly operationId: OperationId;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal | undefined;
}

/** An answer with its body read: `value` of a success, `error` of anything else, as far as there is one. */
export interface Received {
  readonly response: Response;
  readonly value: unknown;
  readonly error: unknown;
}

/** Binds the document's operations to an origin. */
export function bind(baseUrl: string, fetch: (request: Request) => Promise<Response>) {
  // A redirect is never part of the contract, and following one would hand the key to whoever it names.
  const client = createClient<paths>({ baseUrl, fetch, redirect: 'manual' });

  return async ({ operationId, parameters, headers, signal }: Call): Promise<Received> => {
    const { method, path, parameters: places } = endpoints[operationId];
    const inPlace = (wanted: string) =>
      Object.fromEntries(Object.entries(parameters).filter(([name]) => Reflect.get(places, name) === wanted));
    // openapi-fetch types a call by a literal path. Here the path is any of them, so its parameters are untyped; the
    // client's own methods type them by the operation.
    const request = client.request as unknown as UntypedRequest;
    const params = { path: inPlace('path'), query: inPlace('query') };
    const init = { params, headers, ...(signal && { signal }) };
    const { response, data, error } = await request(method.toLowerCase(), path, init);
    return { response, value: data, error };
  };
}

type UntypedRequest = (
  method: string,
  path: string,
  init: object,
) => Promise<{ response: Response; data?: unknown; error?: unknown }>;
