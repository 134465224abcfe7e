import { apiKeyHeaders, productionOrigin } from '@giftoin/types';
import { BadArgumentError } from '../errors/giftoin-error.ts';
import { version } from '../version.ts';
import { parseApiKey } from './api-key.ts';
import { parseBaseUrl } from './base-url.ts';
import { type FetchOptions, parseFetchOptions } from './fetch-options.ts';
import { formatValue } from './format-value.ts';
import type { ApiKeyHeader, GiftoinClientOptions } from './giftoin-client-options.ts';
import { parseHeaders } from './headers.ts';
import { type Limits, resolveLimits } from './limits.ts';

/** The options of a client, validated and with their defaults. */
export interface Settings extends Limits, Pick<GiftoinClientOptions, 'fetch' | 'rules' | 'onWarning' | 'onRetry'> {
  readonly apiKey: string | (() => string | Promise<string>);
  readonly apiKeyHeader: ApiKeyHeader;
  readonly baseUrl: string;
  readonly responseValidation: 'throw' | 'warn' | 'off';
  readonly fetchOptions: FetchOptions;
  /** The headers of every request, without the API key. */
  readonly headers: Readonly<Record<string, string>>;
}

/** @throws {BadArgumentError} if an option is invalid. The message does not contain the API key. */
export function resolveSettings(options: GiftoinClientOptions): Settings {
  const { apiKey = readEnvironmentApiKey(), apiKeyHeader = 'x-gft-api-key' } = options;
  // A page or a web worker. Node.js, Bun, Deno and workerd have neither of these globals.
  const inBrowser = 'document' in globalThis || 'importScripts' in globalThis;
  if (inBrowser && !options.apiKeyIsPublic) {
    throw new BadArgumentError(
      'In a browser, anyone can read the API key. Use a server, or set apiKeyIsPublic to true.',
    );
  }
  const userAgent = `${options.userAgent ?? ''} giftoin-client/${version}`.trim();
  return {
    ...options,
    ...resolveLimits(options),
    apiKey: typeof apiKey === 'function' ? apiKey : parseApiKey(apiKey, 'apiKey'),
    apiKeyHeader: parseOneOf(apiKeyHeaders, apiKeyHeader, 'apiKeyHeader'),
    baseUrl: parseBaseUrl(options.baseUrl ?? productionOrigin),
    fetchOptions: parseFetchOptions(options.fetchOptions),
    responseValidation: parseOneOf(
      ['throw', 'warn', 'off'],
      options.responseValidation ?? 'throw',
      'responseValidation',
    ),
    headers: { accept: 'application/json', ...(!inBrowser && parseHeaders({ 'user-agent': userAgent })) },
  };
}

function readEnvironmentApiKey(): string {
  try {
    // Bundles for browsers have no `process`.
    return globalThis.process?.env?.GIFTOIN_API_KEY ?? '';
  } catch {
    // Deno throws unless it is allowed to read the environment.
    return '';
  }
}

function parseOneOf<Value extends string>(values: readonly Value[], value: Value, name: string): Value {
  if (values.includes(value)) return value;
  throw new BadArgumentError(`${name} is ${formatValue(value)}. It must be one of ${values.join(', ')}.`);
}
