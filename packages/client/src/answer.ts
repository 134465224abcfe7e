import type { Hide } from './api-key.ts';
import { readText } from './body.ts';
import { type FailureDetails, NotJsonError, RedirectError, statusErrorOf, TooLargeError } from './errors.ts';
import { parseJson } from './json.ts';
import type { ApiKeyHeader } from './options.ts';
import { retryAfterOf } from './retry-after.ts';

/** A successful answer. */
export interface Answer {
  readonly value: unknown;
  /** Its body has been read. */
  readonly response: Response;
}

/** What the reading of an answer needs to know. */
export interface Reading {
  readonly key: string;
  readonly hide: Hide;
  readonly apiKeyHeader: ApiKeyHeader;
  readonly maxBodySize: number;
  readonly details: FailureDetails;
}

/**
 * Reads a response: 200 with JSON is an answer, and everything else an error.
 *
 * @throws {GiftoinError} and whatever the body throws where it breaks off
 */
export async function readAnswer(response: Response, reading: Reading): Promise<Answer> {
  const { key, hide, maxBodySize } = reading;
  const details = { ...reading.details, requestId: requestIdOf(response.headers, hide) };
  const { status } = response;
  if (response.type === 'opaqueredirect' || response.redirected || redirects.includes(status)) {
    response.body?.cancel().catch(() => undefined);
    throw redirectErrorOf(response, hide, details);
  }
  const text = await readText(response, maxBodySize);
  if (status !== 200) throw statusError(status, text, response.headers, reading, details);
  if (text === undefined) {
    throw new TooLargeError(`The body is larger than ${maxBodySize} bytes. Raise maxBodySize if it may be.`, details);
  }
  try {
    // A shorter key stands in data by chance, as a word or a number, and keeps no secret.
    return { value: parseJson(text, key.length < shortestKeyInData ? undefined : key, hide), response };
  } catch {
    throw new NotJsonError(
      `The answer is ${text ? `not JSON: it starts with ${start(text, hide)}` : 'empty, expected JSON'}.`,
      details,
    );
  }
}

const redirects = [301, 302, 303, 307, 308];
const shortestKeyInData = 8;

function redirectErrorOf(response: Response, hide: Hide, details: FailureDetails) {
  const header = response.redirected ? response.url : response.headers.get('location');
  let location: string | undefined;
  try {
    const { origin, pathname } = new URL(header ?? '', response.url || undefined);
    location = header ? hide(origin + pathname) : undefined;
  } catch {
    // Not a URL: nowhere to name.
  }
  const status = redirects.includes(response.status) ? response.status : undefined;
  const message = `The server redirects to ${location ?? 'a place it does not show'}, and was not followed there: the API key stays here. Check baseUrl.`;
  return Object.assign(new RedirectError(message, { ...details, location }), { status });
}

function statusError(
  status: number,
  text: string | undefined,
  headers: Headers,
  reading: Reading,
  details: FailureDetails,
) {
  const { hide, key, apiKeyHeader } = reading;
  let body: unknown;
  try {
    body = text ? parseJson(text, key, hide) : undefined;
  } catch {
    body = text && hide(text);
  }
  const said = errorOf(body);
  const reason = said?.errorMessage || `The server answered ${status} without a reason.`;
  const sent =
    status === 401 ? ` The key was sent in the header ${apiKeyHeader}.${underscoreAdvice(apiKeyHeader)}` : '';
  return statusErrorOf(status, reason + sent, {
    ...details,
    errorCode: said?.errorCode,
    timestamp: said && Number(said.timestamp),
    retryAfter: retryAfterOf(headers),
    body,
  });
}

function underscoreAdvice(header: ApiKeyHeader): string {
  if (!header.includes('_')) return '';
  return ' Proxies such as nginx drop header names with an underscore: use x-gft-api-key.';
}

/** The contract's error in a body; undefined where the body is something else, such as a proxy's page. */
function errorOf(body: unknown): { errorCode: number; errorMessage: string; timestamp: unknown } | undefined {
  const status = (body as { status?: { errorCode?: unknown; errorMessage?: unknown; timestamp?: unknown } } | undefined)
    ?.status;
  if (typeof status?.errorCode !== 'number' || typeof status.errorMessage !== 'string') return undefined;
  return { errorCode: status.errorCode, errorMessage: status.errorMessage, timestamp: status.timestamp };
}

function requestIdOf(headers: Headers, hide: Hide): string | undefined {
  for (const name of ['x-request-id', 'request-id', 'x-correlation-id', 'x-amzn-requestid', 'cf-ray']) {
    const value = headers.get(name);
    if (value) return hide(value);
  }
  return undefined;
}

function start(text: string, hide: Hide): string {
  return JSON.stringify(hide(text).slice(0, 60));
}
