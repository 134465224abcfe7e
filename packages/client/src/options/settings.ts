import { apiKeyHeaders, endpoints, type OperationId, productionOrigin } from '@giftoin/types';
import { BadArgumentError } from '../errors/giftoin-error.ts';
import { version } from '../version.ts';
import { parseApiKey } from './api-key.ts';
import { parseBaseUrl } from './base-url.ts';
import { type FetchOptions, parseFetchOptions } from './fetch-options.ts';
import { formatValue } from './format-value.ts';
import type { ApiKeyHeader, GiftoinClientOptions } from './giftoin-client-options.ts';
import { parseHeaders } from './headers.ts';
import { type Limits, resolveLimits } from './limits.ts';
import { readKnown } from './read-known.ts';

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

/** The names of all options. The compiler requires that none is missing. */
const optionNames = Object.keys({
  apiKey: true,
  apiKeyHeader: true,
  baseUrl: true,
  fetch: true,
  fetchOptions: true,
  timeout: true,
  attemptTimeout: true,
  retries: true,
  retryBudget: true,
  maxBodySize: true,
  responseValidation: true,
  rules: true,
  onWarning: true,
  onRetry: true,
  userAgent: true,
  apiKeyIsPublic: true,
} satisfies { readonly [Name in keyof GiftoinClientOptions]-?: true }) as (keyof GiftoinClientOptions)[];

/** @throws {BadArgumentError} if an option is invalid. The message does not contain the API key. */
export function resolveSettings(values: GiftoinClientOptions): Settings {
  const options = readKnown(values, optionNames, 'option');
  const { apiKey = readEnvironmentApiKey(), apiKeyHeader = 'x-gft-api-key', fetch, onRetry, onWarning } = options;
  const isPublic = isPublicRuntime();
  if (isPublic && !options.apiKeyIsPublic) {
    throw new BadArgumentError(
      'In a browser or an app, anyone can read the API key. Use a server, or set apiKeyIsPublic to true.',
    );
  }
  const userAgent = `${options.userAgent ?? ''} giftoin-client/${version}`.trim();
  const rules = options.rules && readKnown(options.rules, Object.keys(endpoints) as OperationId[], 'option', 'rules.');
  const functions = { fetch, onRetry, onWarning, ...prefixNames(rules) };
  for (const [name, value] of Object.entries(functions)) {
    if (value !== undefined && typeof value !== 'function') throw new BadArgumentError(`${name} is not a function.`);
  }
  const limits = resolveLimits(options);
  return {
    ...limits,
    retryBudget: options.retryBudget ?? Math.max(limits.retryBudget, limits.retries),
    fetch,
    onRetry,
    onWarning,
    rules,
    apiKey: typeof apiKey === 'function' ? apiKey : parseApiKey(apiKey, 'apiKey'),
    apiKeyHeader: parseOneOf(apiKeyHeaders, apiKeyHeader, 'apiKeyHeader'),
    baseUrl: parseBaseUrl(options.baseUrl ?? productionOrigin),
    fetchOptions: parseFetchOptions(options.fetchOptions),
    responseValidation: parseOneOf(
      ['throw', 'warn', 'off'],
      options.responseValidation ?? 'throw',
      'responseValidation',
    ),
    headers: { accept: 'application/json', ...(!isPublic && parseHeaders({ 'user-agent': userAgent })) },
  };
}

function prefixNames(rules: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(rules).map(([name, rule]) => [`rules.${name}`, rule]));
}

/** Whether users of the program can read its memory: a page, a web worker, or an app on React Native. */
function isPublicRuntime(): boolean {
  // Node.js, Bun, Deno and workerd have neither of the first two. Some of them have a `navigator`, with another product.
  return 'document' in globalThis || 'importScripts' in globalThis || globalThis.navigator?.product === 'ReactNative';
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
