/**
 * The one place that knows openapi-fetch: it fills paths and queries. It is in maintenance mode and pinned; a replacement
 * has to provide `bind` and nothing else.
 */
import { endpoints, type OperationId } from '@giftoin/types';
import { defaultPathSerializer, serializePrimitiveParam } from 'openapi-fetch';

/** A request as an operation addresses it. */
export interface Addressed {
  readonly method: string;
  readonly url: string;
}

/**
 * Binds the operations of the document to a base URL, and what they address to the `fetch` beneath.
 *
 * Of openapi-fetch these are its serializers alone. Its client would make a Request, merge headers and read the body,
 * each of which the `fetch` beneath has to do by itself to guard it.
 */
export function bind<Call, Answer>(baseUrl: string, fetch: (request: Addressed, call: Call) => Promise<Answer>) {
  return (operationId: OperationId, parameters: Record<string, unknown>, call: Call): Promise<Answer> => {
    const { method, path, parameters: places } = endpoints[operationId];
    let url = baseUrl + defaultPathSerializer(path, parameters);
    for (const [name, place] of Object.entries<string>(places)) {
      // A list is its items under one name, as OpenAPI has it where a document does not say otherwise.
      for (const value of place === 'query' ? [parameters[name] ?? []].flat() : []) {
        url += `${url.includes('?') ? '&' : '?'}${serializePrimitiveParam(name, value as string)}`;
      }
    }
    return fetch({ method, url }, call);
  };
}
