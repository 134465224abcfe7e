import type { Redact } from '@giftoin/protocol';
import { operationRules } from '@giftoin/types/client-features';
import { cleanText } from '../errors/clean-text.ts';
import type { GiftoinErrorDetails } from '../errors/error-base.ts';
import { NotJsonError, TooLargeError } from '../errors/giftoin-error.ts';
import { setErrorResponse } from './error-response.ts';
import { parseJson } from './parse-json.ts';
import { readBody } from './read-body.ts';
import { isRedirect, toRedirectError } from './redirect.ts';
import type { ResponseContext } from './response-context.ts';
import { readErrorDetails, toErrorBody, toStatusError } from './response-error.ts';

/** A successful response. */
export interface ParsedResponse {
  /** The parsed body. Undefined if the document contains none for this status code. */
  readonly value: unknown;
  /** The response itself. Its body has been read. */
  readonly response: Response;
  readonly redact: Redact;
  /** Creates the details of an error that this response leads to. */
  createErrorDetails(): GiftoinErrorDetails;
}

/**
 * Reads a response. Only the status codes that the document contains as successes are, with a JSON body unless they have none.
 *
 * @throws {GiftoinError} if the response is not a success, and the error of the stream if the body breaks off
 */
export async function readResponse(response: Response, context: ResponseContext): Promise<ParsedResponse> {
  const { key, redact, settings, url, operationId } = context;
  const { status } = response;
  if (isRedirect(response, url)) {
    response.body?.cancel?.().catch(() => undefined);
    throw toRedirectError(response, context);
  }
  const text = await readBody(response, settings.maxBodySize);
  const isSuccess = operationRules ? operationRules.isSuccess(operationId, status) : status === 200;
  if (!isSuccess) throw setErrorResponse(toStatusError(response, text, context), { response, redact });
  if (text === undefined) {
    const message = `The response body is larger than ${settings.maxBodySize} bytes (maxBodySize).`;
    throw new TooLargeError(message, { ...readErrorDetails(response, redact), status });
  }
  const createErrorDetails = () => ({ ...readErrorDetails(response, redact), status, body: toErrorBody(text, redact) });
  const isEmpty = operationRules ? operationRules.isEmpty(operationId, status) : false;
  if (isEmpty) return { value: undefined, response, redact, createErrorDetails };
  try {
    // A shorter key occurs in data by chance, as a word or a number, and is no secret.
    const value = parseJson(text, key.length < 8 ? String : redact);
    return { value, response, redact, createErrorDetails };
  } catch (thrown) {
    const start = JSON.stringify(cleanText(redact(text).slice(0, 60)));
    const message =
      thrown instanceof RangeError ? thrown.message : `The response body is not JSON. It starts with ${start}.`;
    throw new NotJsonError(message, createErrorDetails());
  }
}
