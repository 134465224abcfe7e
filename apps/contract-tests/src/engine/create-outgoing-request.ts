import type { Exchange } from '../model/exchange.ts';
import { createHeaders, findBody, listHeaderKeys, type ServerUnderTest } from '../model/server-under-test.ts';
import type { OutgoingRequest } from './send-request.ts';

/** Creates what is sent for the request of a check. */
export function createOutgoingRequest(
  server: ServerUnderTest,
  exchange: Pick<Exchange, 'operation' | 'request' | 'target'>,
): OutgoingRequest {
  const { operation, request, target } = exchange;
  const keys = listHeaderKeys(server, exchange).map(([header, { value }]) => [header, value] as const);
  return {
    method: operation.method.toUpperCase(),
    target: server.address.basePath + target,
    headers: {
      accept: '*/*',
      'user-agent': 'giftoin-contract-tests',
      ...createHeaders(server, operation, request),
      // Without the credentials for a gateway, a request would not reach the API, whatever a check sends in the same header.
      ...Object.fromEntries(server.extraHeaders.map(({ name, values }) => [name, values])),
      ...groupByName(keys),
    },
    body: findBody(server, operation, request)?.text,
  };
}

/** A header that is sent more than once has all its values. */
function groupByName(headers: readonly (readonly [name: string, value: string])[]): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of headers) values[name] = [...(values[name] ?? []), value];
  return values;
}
