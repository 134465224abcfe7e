import { cleanText } from '../errors/clean-text.ts';
import { type GiftoinError, RedirectError } from '../errors/giftoin-error.ts';
import type { ResponseContext } from './response-context.ts';
import { readErrorDetails } from './response-error.ts';

/**
 * Whether a response is a redirect, or the response of another URL: a custom fetch, and every fetch on XMLHttpRequest, can
 * have followed a redirect.
 *
 * @param requested the URL of the request
 */
export function isRedirect(response: Response, requested: string): boolean {
  // Browsers report a redirect as `opaqueredirect` with status 0.
  return (
    response.type === 'opaqueredirect' ||
    [301, 302, 303, 307, 308].includes(response.status) ||
    isFollowed(response, requested)
  );
}

function isFollowed({ redirected, url }: Response, requested: string): boolean {
  // A response that was created in a program has no URL.
  return redirected || Boolean(url && url !== requested && normalizeUrl(url) !== normalizeUrl(requested));
}

function normalizeUrl(url: string): string {
  try {
    const { origin, pathname, search } = new URL(url);
    // A polyfill on XMLHttpRequest adds the time to prevent caching.
    return origin + pathname + search.replace(/[?&]_=\d+$/, '');
  } catch {
    return url;
  }
}

/** Converts a redirect to an error. */
export function toRedirectError(response: Response, context: ResponseContext): GiftoinError {
  const { url, headers, status } = response;
  const target = isFollowed(response, context.url) ? url : headers.get('location');
  const location = formatLocation(target, context);
  const message = `The server redirected to ${location ?? 'an unknown URL'}. The client does not follow redirects. Check baseUrl.`;
  return new RedirectError(message, {
    ...readErrorDetails(response, context.redact),
    location,
    status: status || undefined,
  });
}

/** The target as an absolute http(s) URL without its credentials and its query, which can contain secrets. */
function formatLocation(target: string | null, { url, redact }: ResponseContext): string | undefined {
  if (!target) return undefined;
  try {
    const { protocol, origin, pathname } = new URL(target, url);
    return /^https?:$/.test(protocol) ? cleanText(redact(origin + pathname)) : undefined;
  } catch {
    return undefined;
  }
}
