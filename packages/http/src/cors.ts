/**
 * Headers that let a page of any origin call a server: for servers in which nothing is secret.
 *
 * @param sent the names of the headers that a page may send
 * @param read the names of the headers that it may read
 */
export function createCorsHeaders(sent: readonly string[], read: readonly string[]): Record<string, string> {
  return {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD, OPTIONS',
    'access-control-allow-headers': [...new Set(sent)].join(', '),
    'access-control-expose-headers': read.join(', '),
    'access-control-max-age': '600',
  };
}
