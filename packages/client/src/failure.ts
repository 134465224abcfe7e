import type { ErrorBody } from '@giftoin/types';
import type { Hide } from './api-key.ts';
import { errorOfStatus, type FailureDetails, type GiftoinError, RedirectError } from './errors.ts';
import { parseJson } from './json.ts';
import type { Reading } from './reading.ts';
import { retryAfterOf } from './retry-after.ts';

/** What the headers of a failure tell. */
export function detailsOf({ headers }: Response, hide: Hide): FailureDetails {
  const requestId = headers.get('x-request-id') ?? headers.get('x-correlation-id');
  return { requestId: requestId ? hide(requestId) : undefined, retryAfter: retryAfterOf(headers) };
}

/** The error of a redirect, which names where it leads without the query. */
export function redirectErrorOf(response: Response, reading: Reading): GiftoinError {
  const { redirected, url, headers, status } = response;
  const location = placeOf(redirected ? url : headers.get('location'), reading);
  const message = `The server redirects to ${location ?? 'an unknown place'}. Not followed: check baseUrl.`;
  return new RedirectError(message, { ...detailsOf(response, reading.hide), location, status: status || undefined });
}

function placeOf(target: string | null, { url, hide }: Reading): string | undefined {
  if (!target) return undefined;
  try {
    const { origin, pathname } = new URL(target, url);
    return hide(origin + pathname);
  } catch {
    return undefined;
  }
}

/** The error of a status that is no success, with what the contract's body says where there is one. */
export function statusErrorOf(response: Response, text: string | undefined, reading: Reading): GiftoinError {
  const { key, hide, settings } = reading;
  const { apiKeyHeader } = settings;
  const { status } = response;
  let body: unknown;
  try {
    body = parseJson(text ?? '', key, hide);
  } catch {
    // A page of a proxy, or nothing.
    body = text ? hide(text) : undefined;
  }
  const { errorCode, errorMessage, timestamp } = (body as Partial<ErrorBody> | null | undefined)?.status ?? {};
  const underscore = apiKeyHeader.includes('_')
    ? ', which nginx and others drop for its underscore: use x-gft-api-key'
    : '';
  const advice = status === 401 ? ` The key was sent in ${apiKeyHeader}${underscore}.` : '';
  return errorOfStatus(status, (errorMessage || `The server answered ${status}.`) + advice, {
    ...detailsOf(response, reading.hide),
    errorCode: Number(errorCode) || undefined,
    timestamp: Number(timestamp) || undefined,
    body,
  });
}
