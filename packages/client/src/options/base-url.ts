import { endpoints } from '@giftoin/types';
import { BadArgumentError } from '../errors/giftoin-error.ts';
import { formatValue } from './format-value.ts';

/** What the path of every operation starts with, up to the version, for example `/api/v1`. */
const prefix = /^.*?\/v\d+(?=\/)/.exec(Object.values(endpoints)[0]?.path ?? '')?.[0];

/**
 * Validates a base URL and removes the slashes at its end.
 *
 * @throws {BadArgumentError} if it is not an http(s) URL, has credentials, a query or a fragment, or contains the path of the
 * API
 */
export function parseBaseUrl(baseUrl: string): string {
  const url = parseUrl(baseUrl).replace(/\/+$/, '');
  const index = prefix ? `${url}/`.toLowerCase().indexOf(`${prefix}/`) : -1;
  if (index < 0) return url;
  const better = formatValue(url.slice(0, index));
  throw new BadArgumentError(`baseUrl contains "${prefix}", which the client adds. Use ${better}.`);
}

function parseUrl(baseUrl: string): string {
  try {
    const { protocol, origin, pathname, href } = new URL(baseUrl);
    // The origin and the path contain no credentials, query or fragment.
    if (/^https?:$/.test(protocol) && href === origin + pathname) return href;
  } catch {
    // Not a URL: the error below says so.
  }
  const shown = formatValue(String(baseUrl).replace(/\/\/.*@|[?#].*/gs, '…'));
  throw new BadArgumentError(`baseUrl is ${shown}. It must be an http(s) URL without credentials, query or fragment.`);
}
