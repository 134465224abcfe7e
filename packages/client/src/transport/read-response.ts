import type { Redact } from '@giftoin/protocol';
import { NotJsonError, TooLargeError } from '../errors/giftoin-error.ts';
import { setErrorResponse } from './error-response.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';
import type { ResponseContext } from './response-context.ts';
import { readErrorDetails, toRedirectError, toStatusError } from './response-error.ts';

/** A successful response. */
export interface ParsedResponse {
  /** The parsed body. */
  readonly value: unknown;
  /** The response itself. Its body has been read. */
  readonly response: Response;
  readonly redact: Redact;
}

/**
 * Reads a response. Only status 200 with a JSON body is a success.
 *
 * @throws {GiftoinError} if the response is not a success, and the error of the stream if the body breaks off
 */
export async function readResponse(response: Response, context: ResponseContext): Promise<ParsedResponse> {
  const { key, redact, settings } = context;
  const { status, type, redirected } = response;
  // Browsers report a redirect as `opaqueredirect` with status 0. A custom fetch may have followed it.
  if (type === 'opaqueredirect' || redirected || [301, 302, 303, 307, 308].includes(status)) {
    response.body?.cancel().catch(() => undefined);
    throw toRedirectError(response, context);
  }
  const text = await readBody(response, settings.maxBodySize);
  if (status !== 200) throw setErrorResponse(toStatusError(response, text, context), { response, redact });
  if (text === undefined) {
    const message = `The response body is larger than ${settings.maxBodySize} bytes (maxBodySize).`;
    throw new TooLargeError(message, readErrorDetails(response, redact));
  }
  try {
    // A shorter key occurs in data by chance, as a word or a number, and is no secret.
    const value = parseJson(text, key.length < 8 ? String : redact);
    return { value, response, redact };
  } catch {
    const start = JSON.stringify(redact(text).slice(0, 60));
    throw new NotJsonError(
      `The response body is not JSON. It starts with ${start}.`,
      readErrorDetails(response, redact),
    );
  }
}
