import { createJsonResponse, findSuccess, type Operation, type OutgoingResponse } from '@giftoin/http/portable';

/**
 * Converts what a handler returned to a response. An object with an integer `status`, and beside it nothing but `body` and
 * `headers`, is a response; any other value is the body of the documented success.
 *
 * @throws {Error} if the handler returned nothing, but the documented success has a body
 */
export function toHandlerResponse(operation: Operation, result: unknown): OutgoingResponse {
  const success = findSuccess(operation);
  if (result === undefined) {
    if (success.mediaType === undefined) return { status: success.status };
    throw new Error(`The handler of ${operation.operationId} returned no body. Return one, or throw a RequestError.`);
  }
  const { status, body, headers } = isResponse(result) ? result : { status: success.status, body: result };
  const documented = operation.responses?.find((response) => response.status === status);
  const mediaType = documented?.mediaType;
  if (body instanceof Uint8Array) return { status, body, mediaType, ...(headers && { headers }) };
  return { ...createJsonResponse(status, body, headers), mediaType };
}

interface HandlerResponse {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

function isResponse(result: unknown): result is HandlerResponse {
  // The names of a large list of bytes would take more memory than the bytes: one for each.
  if (typeof result !== 'object' || result === null || ArrayBuffer.isView(result)) return false;
  const isKnown = Object.keys(result).every((name) => ['status', 'body', 'headers'].includes(name));
  return isKnown && 'status' in result && Number.isInteger(result.status);
}
