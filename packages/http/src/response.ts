import { createErrorBody } from '@giftoin/protocol';
import type { RequestError } from './request-error.ts';

/** A response before it is written to a socket. */
export interface OutgoingResponse {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The bytes of a JSON value. A response without a body omits it. */
  readonly body?: Uint8Array | undefined;
  /** The media type of the body. Default: `application/json`. */
  readonly mediaType?: string | undefined;
}

const encoder = new TextEncoder();

/** Creates a response with a JSON body, or without a body if the value is undefined. */
export function createJsonResponse(
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): OutgoingResponse {
  return { status, headers, ...(value !== undefined && { body: encoder.encode(JSON.stringify(value)) }) };
}

/** Creates the response for an error, in the format of the contract. */
export function toErrorResponse({ status, message, errorCode, headers }: RequestError): OutgoingResponse {
  return createJsonResponse(status, createErrorBody(status, message, errorCode), headers);
}

/** The headers of a response as a flat list, which Node.js writes without conversion. */
export function toHeaderList(
  { headers, body, mediaType = 'application/json', status }: OutgoingResponse,
  more: Readonly<Record<string, string>>,
): string[] {
  const list = ['cache-control', 'no-store'];
  if (body && !isBodyless(status)) list.push('content-type', mediaType, 'content-length', String(body.length));
  else if (!isBodyless(status)) list.push('content-length', '0');
  for (const [name, value] of Object.entries(more)) list.push(name, value);
  if (headers) for (const [name, value] of Object.entries(headers)) list.push(name, value);
  return list;
}

/** By the HTTP specification, these responses have no body. */
export function isBodyless(status: number): boolean {
  return status === 204 || status === 205 || status === 304;
}
