import type { Redact } from '@giftoin/protocol';
import type { GiftoinError } from '../errors/giftoin-error.ts';

/** The response that led to an error. */
export interface ErrorResponse {
  /** The response as `fetch` returned it, so its headers can contain the API key. Its body has been read. */
  readonly response: Response;
  readonly redact: Redact;
}

// Not a property of the error, which a program can log.
const responses = new WeakMap<GiftoinError, ErrorResponse>();

/** Stores the response that led to an error, and returns the error. */
export function setErrorResponse(error: GiftoinError, response: ErrorResponse): GiftoinError {
  responses.set(error, response);
  return error;
}

/** Returns the response that led to an error. Undefined if it has no response with an error status. */
export function getErrorResponse(error: GiftoinError): ErrorResponse | undefined {
  return responses.get(error);
}
