/**
 * Creates the headers that let pages of any origin call a server. Only for servers without secrets.
 *
 * @param requestHeaders the headers that a page may send
 * @param responseHeaders the headers that a page may read
 */
export function createCorsHeaders(
  requestHeaders: readonly string[],
  responseHeaders: readonly string[],
): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': [...new Set(requestHeaders)].join(', '),
    'access-control-expose-headers': responseHeaders.join(', '),
    'access-control-max-age': '600',
  };
}
