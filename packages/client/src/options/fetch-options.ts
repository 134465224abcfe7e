import { BadArgumentError } from '../errors/giftoin-error.ts';

/**
 * Options that the client passes to `fetch` with every request. Which ones have an effect depends on the runtime, for
 * example `next` in Next.js, `dispatcher` with undici, `cf` in workerd, and `client` in Deno.
 */
export interface FetchOptions {
  /**
   * How the HTTP cache of the runtime is used. Next.js 14 caches every GET request until the next deployment unless this
   * is `no-store`.
   * Default: `no-store`, unless `next` is set, or `fetch` does not accept it.
   */
  readonly cache?: 'default' | 'force-cache' | 'no-cache' | 'no-store' | 'only-if-cached' | 'reload' | undefined;
  /** Whether a browser sends cookies. Default: `same-origin`. */
  readonly credentials?: 'include' | 'omit' | 'same-origin' | undefined;
  readonly [name: string]: unknown;
  // The client sets these itself.
  readonly body?: never;
  readonly headers?: never;
  readonly method?: never;
  readonly redirect?: never;
  readonly signal?: never;
}

const reserved = ['body', 'headers', 'method', 'redirect', 'signal'];

/** @throws {BadArgumentError} if an option is one that the client sets itself */
export function parseFetchOptions(options: FetchOptions = {}): FetchOptions {
  const name = Object.keys(options).find((option) => reserved.includes(option));
  if (name) throw new BadArgumentError(`fetchOptions.${name} is not allowed, because the client sets ${name} itself.`);
  return options;
}

/**
 * Adds `cache: 'no-store'`, unless the options decide how to cache, or `fetch` would not accept it.
 *
 * @param fetch the function that will receive the options
 */
export function addDefaultCache(options: FetchOptions, fetch: object): FetchOptions {
  // Next.js ignores `next.revalidate` beside `no-store`. A polyfill on XMLHttpRequest would add a parameter to the URL.
  const isDecided = 'cache' in options || 'next' in options || 'polyfill' in fetch || 'ponyfill' in fetch;
  return isDecided || !acceptsNoStore() ? options : { cache: 'no-store', ...options };
}

let accepted: boolean | undefined;

/** Whether the runtime accepts `no-store`. workerd throws if its compatibility date is before 2024-11-11. */
function acceptsNoStore(): boolean {
  try {
    accepted ??= Boolean(new Request('http://localhost', { cache: 'no-store' }));
  } catch {
    accepted = false;
  }
  return accepted;
}
