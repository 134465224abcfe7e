import type { Violation } from '@giftoin/protocol';
import type { apiKeyHeaders, OperationId, OperationResponse } from '@giftoin/types';
import type { GiftoinError } from '../errors/giftoin-error.ts';
import type { FetchOptions } from './fetch-options.ts';

/** One of the three headers that can carry the API key. Source: the provider's page. */
export type ApiKeyHeader = (typeof apiKeyHeaders)[number];

/** A function that sends a request: `globalThis.fetch`, or another implementation, for example node-fetch or undici. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** What the client reads of a response. The `Response` of every implementation of `fetch` has it. */
export interface FetchResponse {
  readonly status: number;
  readonly statusText: string;
  readonly headers: {
    get(name: string): string | null;
    forEach(callback: (value: string, name: string) => void): void;
  };
  /** The URL of the response, after redirects. */
  readonly url: string;
  /** A stream of the web or of Node.js. Without it, `text` reads the body. */
  readonly body?: unknown;
  text(): Promise<string>;
}

/** The second argument of {@link Fetch}. */
export interface FetchInit {
  readonly method: string;
  /** The headers, with their names in lower case. They include the API key. */
  readonly headers: Record<string, string>;
  /** Redirects are never followed, because that would send the API key to the target. */
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
  /** The request body. Only operations with a body have it. */
  readonly body?: string;
  /** The `fetchOptions` of the client and of the call, and `cache: 'no-store'` by default. */
  readonly [fetchOption: string]: unknown;
}

/** Functions that return where a response violates the contract beyond its schema, by operationId. */
export type Rules = { readonly [Id in OperationId]?: (response: OperationResponse<Id>) => readonly Violation[] };

/** The options of a client. Only the API key is required, as `apiKey` or in the environment. */
export interface GiftoinClientOptions {
  /**
   * The API key, or a function that returns it and is called for every attempt, so that the key can be rotated. After a 401
   * it is called once more: if it returns another key, the client tries again with that one. The key is sent in one header,
   * and redacted everywhere else.
   * Default: the environment variable `GIFTOIN_API_KEY`.
   */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined;
  /**
   * The header that carries the API key. The API accepts all three. Proxies that reject underscores in header names,
   * which is the default of nginx, drop `x-gft_api_key`.
   * Default: `x-gft-api-key`.
   */
  readonly apiKeyHeader?: ApiKeyHeader | undefined;
  /**
   * The URL of the API, for example the origin of a mock server. A path, for example of a gateway, precedes the paths of
   * the API.
   * Default: `https://api.giftoin.org`.
   */
  readonly baseUrl?: string | undefined;
  /** Sends the requests. Default: the global `fetch` at the time of each call. */
  readonly fetch?: Fetch | undefined;
  /**
   * More options for `fetch`, which are passed with every request. They cannot replace those that the client sets: `body`,
   * `headers`, `method`, `redirect` and `signal`.
   * Default: `{ cache: 'no-store' }`.
   *
   * @example
   * import { fetch, ProxyAgent } from 'undici';
   *
   * const dispatcher = new ProxyAgent('http://127.0.0.1:3128');
   * const giftoin = createGiftoinClient({ fetch, fetchOptions: { dispatcher } });
   */
  readonly fetchOptions?: FetchOptions | undefined;
  /**
   * The time limit of a whole call, with its attempts, backoffs and response bodies, in milliseconds.
   * Default: 30 000.
   */
  readonly timeout?: number | undefined;
  /** The time limit of one attempt with its response body, in milliseconds. Default: 10 000. */
  readonly attemptTimeout?: number | undefined;
  /** How often a GET request is retried after a temporary error, from 0 to 100. Default: 2. */
  readonly retries?: number | undefined;
  /**
   * How many retries the calls of this client can use in total before one of them succeeds. Every successful call gives one
   * back. Without this limit, a server that fails would receive a multiple of the usual requests.
   * Default: 20, or `retries` if that is more.
   */
  readonly retryBudget?: number | undefined;
  /** The maximum size of a decoded response body, in bytes. Default: 5 242 880 (5 MiB). */
  readonly maxBodySize?: number | undefined;
  /**
   * What happens to a response that violates the schema or the `rules`. `throw` throws a `WrongShapeError`. `warn` passes
   * that error to `onWarning` and returns the response. `off` skips the validation.
   * Default: `throw`.
   */
  readonly responseValidation?: 'throw' | 'warn' | 'off' | undefined;
  /**
   * Functions that validate responses beyond the schema, by operationId. They are called with responses that match the
   * schema. `responseValidation` decides what happens to a violation. If a function throws, the response counts as valid, and
   * the error is printed with `console.error`.
   * Default: none.
   *
   * @example
   * import { checkList, checkProgress } from '@giftoin/rules';
   *
   * const rules = { listCollectionChallengeProgress: checkList, getCollectionChallengeProgress: checkProgress };
   * const giftoin = createGiftoinClient({ rules });
   */
  readonly rules?: Rules | undefined;
  /**
   * Receives the errors that `responseValidation: 'warn'` does not throw. If it throws, the error is printed with
   * `console.error`. Default: `console.warn`.
   */
  readonly onWarning?: ((warning: GiftoinError) => unknown) | undefined;
  /**
   * Receives every error that leads to a retry, and the backoff before the retry, in milliseconds. If it throws, the error is
   * printed with `console.error`. Default: none.
   *
   * @example
   * const onRetry = (error: GiftoinError, delay: number) =>
   *   log.warn(`${error.operationId}: ${error.message} Retrying in ${delay} ms.`);
   */
  readonly onRetry?: ((error: GiftoinError, delay: number) => unknown) | undefined;
  /**
   * Precedes the name of this client in the header `user-agent`, for example `my-bot/2.1`. Browsers send their own.
   * Default: none.
   */
  readonly userAgent?: string | undefined;
  /**
   * Confirms that the API key may be public. In a browser and in an app on React Native anyone can read it, so the client
   * requires `true` there.
   * Default: false.
   */
  readonly apiKeyIsPublic?: boolean | undefined;
}
