/**
 * The only file that imports openapi-fetch, which is pinned because it is in maintenance mode. A replacement has to
 * provide `createHttpRequest` only.
 */
import { fillPath } from '@giftoin/protocol';
import { endpoints, type OperationId } from '@giftoin/types';
import { requestInput } from '@giftoin/types/client-features';
import { serializePrimitiveParam } from 'openapi-fetch';

/** A request, without the headers that every request has. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  /** The headers of the parameters and of the body, with their names in lower case. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: no body. */
  readonly body?: string;
}

/**
 * Creates the request of an operation: fills its path, and adds its query, headers and body.
 *
 * Only the query serializer of openapi-fetch is used. Its client would create a `Request`, merge headers and read the body,
 * which the transport has to control.
 *
 * @param input the parameters, and the request body by the name `body`
 */
export function createHttpRequest(
  baseUrl: string,
  operationId: OperationId,
  input: Readonly<Record<string, unknown>>,
): HttpRequest {
  const { method, path } = endpoints[operationId];
  const encode = requestInput ? requestInput.encodePathValue : encodeURIComponent;
  const url = baseUrl + fillPath(path, (name) => encode(input[name] as string));
  // A condition with `?`, because esbuild removes the other branch if its value is a constant.
  return requestInput
    ? {
        method,
        url: url + formatQuery(requestInput.listQuery(operationId, input)),
        ...requestInput.createContent(operationId, input),
      }
    : { method, url };
}

/**
 * Formats a query with `?` at its start. Empty if there are no pairs.
 *
 * @param pairs the names and values, which are encoded already
 */
export function formatQuery(pairs: readonly (readonly [name: string, value: string])[]): string {
  const texts = pairs.map(([name, value]) => serializePrimitiveParam(name, value, { allowReserved: true }));
  return texts.length > 0 ? `?${texts.join('&')}` : '';
}
