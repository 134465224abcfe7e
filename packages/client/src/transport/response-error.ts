import { parseRetryAfter, type Redact } from '@giftoin/protocol';
import type { ErrorBody } from '@giftoin/types';
import type { GiftoinErrorDetails } from '../errors/error-base.ts';
import { type GiftoinError, RedirectError } from '../errors/giftoin-error.ts';
import { createStatusError } from '../errors/status-error.ts';
import { parseJson } from './parse-json.ts';
import type { ResponseContext } from './response-context.ts';

/** Reads the details of an error from the headers of its response. */
export function readErrorDetails({ headers }: Response, redact: Redact): GiftoinErrorDetails {
  const requestId = headers.get('x-request-id') ?? headers.get('x-correlation-id');
  return {
    requestId: requestId ? redact(requestId) : undefined,
    retryAfter: parseRetryAfter(headers.get('retry-after'), headers.get('date')),
  };
}

/** Converts a redirect to an error. */
export function toRedirectError(response: Response, context: ResponseContext): GiftoinError {
  const { redirected, url, headers, status } = response;
  const location = formatLocation(redirected ? url : headers.get('location'), context);
  const message = `The server redirected to ${location ?? 'an unknown URL'}. The client does not follow redirects. Check baseUrl.`;
  return new RedirectError(message, {
    ...readErrorDetails(response, context.redact),
    location,
    status: status || undefined,
  });
}

/** The target as an absolute URL without its query, which can contain secrets. */
function formatLocation(target: string | null, { url, redact }: ResponseContext): string | undefined {
  if (!target) return undefined;
  try {
    const { origin, pathname } = new URL(target, url);
    return redact(origin + pathname);
  } catch {
    return undefined;
  }
}

/**
 * Converts a response that is not a success to the error of its status code.
 *
 * @param text the response body. Undefined if it is too large.
 */
export function toStatusError(response: Response, text: string | undefined, context: ResponseContext): GiftoinError {
  const { redact, settings } = context;
  const { apiKeyHeader } = settings;
  const { status } = response;
  let body: unknown;
  try {
    body = parseJson(text ?? '', redact);
  } catch {
    // For example an HTML page of a proxy, or an empty body.
    body = text ? redact(text) : undefined;
  }
  const { errorCode, errorMessage, timestamp } = (body as Partial<ErrorBody> | null | undefined)?.status ?? {};
  const underscore = apiKeyHeader.includes('_') ? ', which nginx drops by default. Use x-gft-api-key' : '';
  const advice = status === 401 ? ` The API key was sent in the header ${apiKeyHeader}${underscore}.` : '';
  return createStatusError(status, (errorMessage || `The server returned status ${status}.`) + advice, {
    ...readErrorDetails(response, redact),
    errorCode: Number(errorCode) || undefined,
    timestamp: Number(timestamp) || undefined,
    body,
  });
}
