import type { Operation } from './operation.ts';
import { listMethods } from './router.ts';

/**
 * Creates the headers that let pages of any origin call the operations of a server. Only for servers without secrets.
 *
 * @param operations their methods and request headers are allowed, and their response headers can be read
 * @param more headers that a page may send or read in addition
 */
export function createCorsHeaders(
  operations: readonly Operation[],
  more: { readonly request?: readonly string[]; readonly response?: readonly string[] } = {},
): Record<string, string> {
  const apiKeyHeaders = operations.flatMap((operation) => operation.apiKeyHeaders);
  const parameters = operations.flatMap((operation) => operation.parameters);
  const headers = parameters.filter(({ in: place }) => place === 'header').map(({ name }) => name);
  const contentType = operations.some(({ requestBody }) => requestBody) ? ['content-type'] : [];
  const responses = operations.flatMap((operation) => operation.responses ?? []);
  const readable = responses.flatMap((response) => response.headers ?? []).map(({ name }) => name);
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': listMethods(operations.map(({ method }) => method)).join(', '),
    'access-control-allow-headers': formatNames([
      ...apiKeyHeaders,
      ...headers,
      ...contentType,
      ...(more.request ?? []),
    ]),
    'access-control-expose-headers': formatNames([...readable, ...(more.response ?? [])]),
    'access-control-max-age': '600',
  };
}

function formatNames(names: readonly string[]): string {
  return [...new Set(names.map((name) => name.toLowerCase()))].join(', ');
}
