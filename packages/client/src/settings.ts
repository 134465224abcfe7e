import { apiKeyHeaders, productionOrigin } from '@giftoin/types';
import { checkedKey } from './api-key.ts';
import { BadArgumentError } from './errors.ts';
import { checkedHeaders } from './headers.ts';
import { type Limits, limitsOf } from './limits.ts';
import type { ApiKeyHeader, GiftoinClientOptions } from './options.ts';
import { quote } from './quote.ts';
import { version } from './version.ts';

/** The options, checked and completed. */
export interface Settings extends Limits, Pick<GiftoinClientOptions, 'fetch' | 'rules' | 'onWarning' | 'onRetry'> {
  readonly apiKey: string | (() => string | Promise<string>);
  readonly apiKeyHeader: ApiKeyHeader;
  readonly baseUrl: string;
  readonly answerCheck: 'throw' | 'warn' | 'off';
  /** What is sent with every request beside the key. */
  readonly headers: Readonly<Record<string, string>>;
}

/** @throws {BadArgumentError} that says which option does not fit and why, without the key */
export function settingsOf(options: GiftoinClientOptions): Settings {
  const { apiKey = keyOfEnvironment(), apiKeyHeader = 'x-gft-api-key' } = options;
  // A page, or a worker of one. Node, Bun, Deno and workerd have neither of the two.
  const inBrowser = 'document' in globalThis || 'importScripts' in globalThis;
  if (inBrowser && !options.apiKeyIsPublic) {
    throw new BadArgumentError('In a browser anyone can read apiKey. Call from a server, or set apiKeyIsPublic.');
  }
  const agent = { 'user-agent': `${options.userAgent ?? ''} giftoin-client/${version}`.trim() };
  return {
    ...options,
    ...limitsOf(options),
    apiKey: typeof apiKey === 'function' ? apiKey : checkedKey(apiKey, 'apiKey'),
    apiKeyHeader: oneOf(apiKeyHeaders, apiKeyHeader, 'apiKeyHeader'),
    baseUrl: checkedBaseUrl(options.baseUrl ?? productionOrigin),
    answerCheck: oneOf(['throw', 'warn', 'off'], options.answerCheck ?? 'throw', 'answerCheck'),
    headers: { accept: 'application/json', ...(!inBrowser && checkedHeaders(agent)) },
  };
}

function keyOfEnvironment(): string {
  try {
    // Bundlers for browsers leave no process.
    return globalThis.process?.env?.GIFTOIN_API_KEY ?? '';
  } catch {
    // Deno shows the environment only where it may.
    return '';
  }
}

function oneOf<Value extends string>(values: readonly Value[], value: Value, name: string): Value {
  if (values.includes(value)) return value;
  throw new BadArgumentError(`${name} is ${quote(value)}. It is one of ${values.join(', ')}.`);
}

/** The URL without a slash at its end. */
function checkedBaseUrl(baseUrl: string): string {
  try {
    const { protocol, origin, pathname, href } = new URL(baseUrl);
    // Credentials, a query and a fragment stand in neither of the two parts.
    if (/^https?:$/.test(protocol) && href === origin + pathname) return href.replace(/\/+$/, '');
  } catch {
    // Refused like every URL of another kind.
  }
  const shown = quote(String(baseUrl).replace(/\/\/.*@|[?#].*/gs, '…'));
  throw new BadArgumentError(`baseUrl is ${shown}. Give an http(s) URL without credentials, query and fragment.`);
}
