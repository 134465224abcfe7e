/**
 * The only file that imports openapi-fetch, which is pinned because it is in maintenance mode. A replacement has to
 * provide `createHttpRequest` only.
 */
import { fillPath } from '@giftoin/protocol';
import { endpoints, type OperationId } from '@giftoin/types';
import { serializePrimitiveParam } from 'openapi-fetch';

/** The method and the URL of a request. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
}

/**
 * Creates the request of an operation: fills its path and adds its query.
 *
 * Only the query serializer of openapi-fetch is used. Its client would create a `Request`, merge headers and read the body,
 * which the transport has to control.
 */
export function createHttpRequest(
  baseUrl: string,
  operationId: OperationId,
  parameters: Readonly<Record<string, unknown>>,
): HttpRequest {
  const { method, path, parameters: locations } = endpoints[operationId];
  let url = baseUrl + fillPath(path, (name) => encodeURIComponent(String(parameters[name])));
  for (const [name, location] of Object.entries<string>(locations)) {
    // An array becomes one pair for each item: the default of OpenAPI (style `form`, explode `true`).
    for (const value of location === 'query' ? [parameters[name] ?? []].flat() : []) {
      url += `${url.includes('?') ? '&' : '?'}${serializePrimitiveParam(name, value as string)}`;
    }
  }
  return { method, url };
}
