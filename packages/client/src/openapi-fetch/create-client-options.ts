import type { ClientOptions } from 'openapi-fetch';
import type { FetchOptions } from '../options/fetch-options.ts';
import type { Fetch, GiftoinClientOptions } from '../options/giftoin-client-options.ts';

const openapiFetchNames = ['headers', 'querySerializer', 'bodySerializer', 'pathSerializer', 'Request'] as const;
const requestNames = [
  'cache',
  'credentials',
  'integrity',
  'keepalive',
  'mode',
  'referrer',
  'referrerPolicy',
  'window',
] as const;

/** A function that sends a request, as in openapi-fetch. The second argument has the `fetchOptions` of the client. */
export type RequestFetch = (request: Request, fetchOptions: Readonly<Record<string, unknown>>) => Promise<Response>;

/** The options of `createGiftoinClient`, and those of `createClient` in openapi-fetch. */
export interface CreateClientOptions
  extends Omit<GiftoinClientOptions, 'fetch'>,
    Partial<Pick<ClientOptions, (typeof openapiFetchNames)[number] | (typeof requestNames)[number]>> {
  /** Sends the requests, as in openapi-fetch. Default: the global `fetch` at the time of each call. */
  readonly fetch?: RequestFetch | undefined;
  /** More options for `fetch`, as in openapi-fetch. Has the same meaning as `fetchOptions`. Default: none. */
  readonly requestInitExt?: FetchOptions | undefined;
}

/** The options for `createGiftoinClient`, and those for `createClient` of openapi-fetch. */
export interface SplitOptions {
  readonly giftoin: GiftoinClientOptions;
  readonly openapiFetch: ClientOptions;
}

/** Splits the options by the function that they are for. Those for `fetch` become `fetchOptions`. */
export function splitOptions(options: CreateClientOptions): SplitOptions {
  const { fetch, fetchOptions, requestInitExt, ...rest } = options;
  const giftoin: Record<string, unknown> = { ...rest };
  const take = (names: readonly string[]) => {
    const taken = names.filter((name) => giftoin[name] !== undefined).map((name) => [name, giftoin[name]]);
    for (const name of names) delete giftoin[name];
    return Object.fromEntries(taken);
  };
  const openapiFetch: ClientOptions = take(openapiFetchNames);
  const allFetchOptions = { ...requestInitExt, ...take(requestNames), ...fetchOptions };
  return { giftoin: { ...giftoin, fetch: fetch && toFetch(fetch), fetchOptions: allFetchOptions }, openapiFetch };
}

/** Converts a function that takes a `Request` to one that takes a URL and options. */
export function toFetch(fetch: RequestFetch): Fetch {
  return (url, init) => {
    const { method, headers, redirect, signal, body, ...fetchOptions } = init;
    return fetch(new Request(url, init as RequestInit), fetchOptions);
  };
}
