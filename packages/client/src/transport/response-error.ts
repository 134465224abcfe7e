import { parseRetryAfter, type Redact } from '@giftoin/protocol';
import type { ErrorBody } from '@giftoin/types';
import { cleanText, cutText } from '../errors/clean-text.ts';
import type { GiftoinErrorDetails } from '../errors/error-base.ts';
import { type GiftoinError, UnexpectedStatusError } from '../errors/giftoin-error.ts';
import { createStatusError } from '../errors/status-error.ts';
import { parseJson } from './parse-json.ts';
import type { ResponseContext } from './response-context.ts';

/** The maximum length of the body of an error, so that a program can log the error. */
const maximumBodyLength = 16_384;

/** The names that an error body needs, even if one of them is an API key. */
const errorNames = ['status', 'timestamp', 'errorCode', 'errorMessage'];

/** Reads the details of an error from the headers of its response. */
export function readErrorDetails({ headers }: Response, redact: Redact): GiftoinErrorDetails {
  const requestId = headers.get('x-request-id') ?? headers.get('x-correlation-id');
  return {
    requestId: requestId ? cleanText(redact(requestId)) : undefined,
    retryAfter: parseRetryAfter(headers.get('retry-after'), headers.get('date')),
  };
}

/** Converts the body of a response to the `body` of an error. Always redacts the API key, also a short one. */
export function toErrorBody(text: string, redact: Redact): unknown {
  // Parsing a long text would take time for nothing.
  return limitBody(text, text.length > maximumBodyLength ? undefined : tryParse(text, redact), redact);
}

/**
 * Converts a response that is not a success to the error of its status code.
 *
 * @param text the response body. Undefined if it is too large.
 */
export function toStatusError(
  response: Response,
  text: string | undefined,
  { url, redact, settings }: ResponseContext,
): GiftoinError {
  const { status } = response;
  const value = tryParse(text ?? '', redact, errorNames);
  const { errorCode, errorMessage, timestamp } = readErrorStatus(value);
  const body = limitBody(text ?? '', value, redact);
  const details = { ...readErrorDetails(response, redact), errorCode, timestamp, body };
  // A wrong address must not read as a program that does not exist.
  if (status === 404 && (errorCode === undefined || errorMessage === undefined)) {
    const message = `The server returned status 404 for ${redact(url)}, and not in the format of the API. Check baseUrl.`;
    return new UnexpectedStatusError(message, { ...details, status });
  }
  const { apiKeyHeader } = settings;
  const underscore = apiKeyHeader.includes('_') ? ', which nginx drops by default. Use x-gft-api-key' : '';
  const advice = status === 401 ? ` The API key was sent in the header ${apiKeyHeader}${underscore}.` : '';
  return createStatusError(status, (errorMessage || `The server returned status ${status}.`) + advice, details);
}

/** Returns undefined if the text is not JSON, for example if it is empty or an HTML page of a proxy. */
function tryParse(text: string, redact: Redact, knownNames?: readonly string[]): unknown {
  try {
    return parseJson(text, redact, knownNames);
  } catch {
    return undefined;
  }
}

function limitBody(text: string, value: unknown, redact: Redact): unknown {
  if (text === '') return undefined;
  return value === undefined || text.length > maximumBodyLength ? cutText(redact(text), maximumBodyLength) : value;
}

/** Reads what the contract defines, and ignores values of other types. */
function readErrorStatus(body: unknown) {
  const { errorCode, errorMessage, timestamp } = (body as Partial<ErrorBody> | null | undefined)?.status ?? {};
  return {
    errorCode: toInteger(errorCode),
    errorMessage: typeof errorMessage === 'string' ? cleanText(errorMessage) : undefined,
    timestamp: toInteger(timestamp),
  };
}

/** Some servers send a number as a string of digits. */
function toInteger(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,16}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(number) ? (number as number) : undefined;
}
