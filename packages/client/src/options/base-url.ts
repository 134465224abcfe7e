import { BadArgumentError } from '../errors/giftoin-error.ts';
import { formatValue } from './format-value.ts';

/**
 * Validates a base URL and removes the slashes at its end.
 *
 * @throws {BadArgumentError} if it is not an http(s) URL, or has credentials, a query or a fragment
 */
export function parseBaseUrl(baseUrl: string): string {
  try {
    const { protocol, origin, pathname, href } = new URL(baseUrl);
    // The origin and the path contain no credentials, query or fragment.
    if (/^https?:$/.test(protocol) && href === origin + pathname) return href.replace(/\/+$/, '');
  } catch {
    // Not a URL: the error below says so.
  }
  const shown = formatValue(String(baseUrl).replace(/\/\/.*@|[?#].*/gs, '…'));
  throw new BadArgumentError(`baseUrl is ${shown}. It must be an http(s) URL without credentials, query or fragment.`);
}
