import { createErrorBody } from '@giftoin/protocol';
import type { RequestError } from './request-error.ts';

/** A response before it is written to a socket. */
export interface OutgoingResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The bytes of a JSON value. A response without a body omits it. */
  readonly body?: Buffer | undefined;
  /** The media type of the body. Default: `application/json`. */
  readonly mediaType?: string | undefined;
}

/** Creates a response with a JSON body, or without a body if the value is undefined. */
export function createJsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): OutgoingResponse {
  return { status, headers, ...(value !== undefined && { body: Buffer.from(JSON.stringify(value)) }) };
}

/** Creates the response for an error, in the format of the contract. */
export function toErrorResponse({ status, message, errorCode, headers }: RequestError): OutgoingResponse {
  return createJsonResponse(status, createErrorBody(status, message, errorCode), headers);
}
