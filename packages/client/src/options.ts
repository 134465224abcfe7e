import { apiKeyHeaders, productionOrigin } from '@giftoin/types';

/** One of the three headers that may carry the API key. */
export type ApiKeyHeader = (typeof apiKeyHeaders)[number];

export interface GiftoinClientOptions {
  /** The API key. It is sent in one header and shown nowhere. */
  readonly apiKey: string;
  /**
   * The header that carries the key; `x-gft-api-key` where not given. The API takes all three, but proxies that refuse
   * underscores in header names, nginx by default, drop `x-gft_api_key`.
   */
  readonly apiKeyHeader?: ApiKeyHeader;
  /** The origin of the API, such as that of a mock; `https://api.giftoin.org` where not given. */
  readonly baseUrl?: string;
  /** Sends the requests; the global `fetch`, looked up at each call, where not given. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

export interface Settings {
  readonly credentials: Readonly<Record<string, string>>;
  readonly baseUrl: string;
  readonly fetch: (request: Request) => Promise<Response>;
}

/** @throws {TypeError} that says which option does not fit and why, without the key */
export function settingsOf(options: GiftoinClientOptions): Settings {
  const { apiKey, apiKeyHeader = 'x-gft-api-key', baseUrl = productionOrigin, fetch } = options;
  if (typeof apiKey !== 'string' || apiKey.trim() === '') {
    throw new TypeError(`apiKey is ${typeof apiKey === 'string' ? 'empty' : typeof apiKey}. Give the API key.`);
  }
  if (!apiKeyHeaders.includes(apiKeyHeader)) {
    throw new TypeError(`apiKeyHeader is ${JSON.stringify(apiKeyHeader)}. It is one of ${apiKeyHeaders.join(', ')}.`);
  }
  if (!URL.canParse(baseUrl) || !/^https?:/i.test(baseUrl)) {
    throw new TypeError(`baseUrl is ${JSON.stringify(baseUrl)}. It is an http or https URL.`);
  }
  return {
    credentials: { [apiKeyHeader]: apiKey },
    baseUrl,
    fetch: (request) => (fetch ?? globalThis.fetch)(request),
  };
}
