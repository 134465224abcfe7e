import { createErrorBody } from '@giftoin/protocol';
import type { ErrorBody } from '@giftoin/types';
import type { GiftoinError } from '../errors/giftoin-error.ts';
import { getErrorResponse } from '../transport/error-response.ts';
import type { CompletedCall } from '../transport/transport.ts';

/** Creates the response that openapi-fetch and its middleware receive for a successful call. */
export function toResponse({ value, response, redact }: CompletedCall): Response {
  return createResponse(value, response, redact);
}

/**
 * Creates the response that openapi-fetch and its middleware receive for an error status. Its body is always an error body
 * of the contract, because openapi-fetch returns an empty body as `error: undefined`, which reads as a success.
 *
 * @throws the error, if there is no response with an error status
 */
export function toErrorResponse(error: GiftoinError): Response {
  const received = getErrorResponse(error);
  const { status, message, body, errorCode } = error;
  // A `Response` cannot have another status code.
  if (!received || !status || status < 400 || status > 599) throw error;
  return createResponse(
    isErrorBody(body) ? body : createErrorBody(status, message, errorCode),
    received.response,
    received.redact,
  );
}

function createResponse(
  value: unknown,
  { status, statusText, headers }: Response,
  redact: (text: string) => string,
): Response {
  // These headers describe the bytes on the wire.
  const wire = ['content-encoding', 'content-length', 'transfer-encoding'];
  const copies = [...headers].filter(([name]) => !wire.includes(name)).map(([name, text]) => [name, redact(text)]);
  return new Response(JSON.stringify(value), {
    status,
    statusText: redact(statusText),
    headers: copies as [string, string][],
  });
}

function isErrorBody(body: unknown): body is ErrorBody {
  const { errorCode, errorMessage } = (body as Partial<ErrorBody> | null | undefined)?.status ?? {};
  return typeof errorCode === 'number' && typeof errorMessage === 'string';
}
