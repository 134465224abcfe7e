import type { apiKeyHeaders, OperationId, OperationResponse } from '@giftoin/types';
import type { GiftoinError } from './errors.ts';

/** One of the three headers that may carry the API key. Source: the provider's page. */
export type ApiKeyHeader = (typeof apiKeyHeaders)[number];

/** Sends a request: `globalThis.fetch`, or what stands in for it. */
export type Fetch = (url: string, init: FetchInit) => Promise<Response>;

/** What this client hands to `fetch` beside the URL. The headers hold the API key, with their names in lower case. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  /** A redirect is never followed: it would carry the key to whoever it names. */
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

/** Where an answer breaks a rule; `@giftoin/rules` has such findings. */
export interface RuleFinding {
  /** Leads to the place in the answer, such as `[0].cards[2].isOwned`. */
  readonly path: string;
  /** What is there, and what was expected. */
  readonly sentence: string;
}

/** What must hold of the answers beyond the document, by operation. */
export type Rules = { readonly [Id in OperationId]?: (answer: OperationResponse<Id>) => readonly RuleFinding[] };

/** What a client can be told. Every option has a default but the key, which may come from `GIFTOIN_API_KEY`. */
export interface GiftoinClientOptions {
  /**
   * The API key, or a function that is asked for it at every call, so that keys can be rotated. It is sent in one header
   * and shown nowhere. Where not given, the environment variable `GIFTOIN_API_KEY`, if there is an environment.
   */
  readonly apiKey?: string | (() => string | Promise<string>) | undefined;
  /**
   * The header that carries the key; `x-gft-api-key` where not given. The API takes all three, but proxies that refuse
   * underscores in header names, nginx by default, drop `x-gft_api_key`.
   */
  readonly apiKeyHeader?: ApiKeyHeader | undefined;
  /**
   * Where the API is, such as the origin of a mock; `https://api.giftoin.org` where not given. A path, such as that of a
   * gateway, stands before the paths of the API.
   */
  readonly baseUrl?: string | undefined;
  /** Sends the requests; the global `fetch`, looked up at each call, where not given. */
  readonly fetch?: Fetch | undefined;
  /** The time of a whole call, with its retries, waits and bodies, in milliseconds; 30 000 where not given. */
  readonly timeout?: number | undefined;
  /** The time of one attempt with its body, in milliseconds; 10 000 where not given. */
  readonly attemptTimeout?: number | undefined;
  /** How often a GET is repeated where that may help; 2 where not given, and 0 for never. */
  readonly retries?: number | undefined;
  /** How large a body may be when decoded, in bytes; 5 MiB (5 242 880) where not given. */
  readonly maxBodySize?: number | undefined;
  /**
   * What happens to an answer that is not as documented: `throw` (the default) a `WrongShapeError`, `warn`, that is, give
   * that error to `onWarning` and hand the answer out, or `off`, do not look.
   */
  readonly answerCheck?: 'throw' | 'warn' | 'off' | undefined;
  /**
   * What must hold of the answers beyond the document. What breaks it is treated as `answerCheck` says.
   *
   * @example
   * import { checkList, checkProgress } from '@giftoin/rules';
   *
   * const rules = { listCollectionChallengeProgress: checkList, getCollectionChallengeProgress: checkProgress };
   * const giftoin = createGiftoinClient({ rules });
   */
  readonly rules?: Rules | undefined;
  /** Is told of every answer that `answerCheck: 'warn'` lets pass; `console.warn` where not given. */
  readonly onWarning?: ((warning: GiftoinError) => void) | undefined;
  /**
   * Is told of every failure that leads to a retry, and of the wait before it, in milliseconds: for logs and measurements.
   * The call fails where it throws.
   *
   * @example
   * const onRetry = (error: GiftoinError, delay: number) => log.warn(`${error.operationId}: ${error.message}, again in ${delay} ms`);
   */
  readonly onRetry?: ((error: GiftoinError, delay: number) => void) | undefined;
  /** Stands before this client's name in the header `user-agent`, such as `my-bot/2.1`. Browsers send their own. */
  readonly userAgent?: string | undefined;
  /** Whether everybody may know the key. In a browser everybody can read it, so the client starts there only with true. */
  readonly apiKeyIsPublic?: boolean | undefined;
}
