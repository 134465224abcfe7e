/** The API key that a request carries, and the header that carries it. */
export interface SentApiKey {
  /** The name of the header, as the list of names spells it. */
  readonly header: string;
  readonly key: string;
}

/**
 * Resolves the API key of a request: the first value that is not empty counts, first in the order of the names, then in
 * the order in which the values of one header were sent. A comma separates values, because proxies and HTTP libraries
 * combine a header that is sent more than once into one (RFC 9110, section 5.3). Spaces around a value do not count.
 *
 * @param headers the headers of the request, by their names in lower case
 * @param names the headers that can carry an API key, in their order of precedence
 * @returns undefined if no header carries a key
 */
export function resolveApiKey(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  names: readonly string[],
): SentApiKey | undefined {
  for (const header of names) {
    const value = headers[header.toLowerCase()];
    const key = value === undefined ? undefined : firstValue(typeof value === 'string' ? value : value.join(','));
    if (key) return { header, key };
  }
  return undefined;
}

function firstValue(text: string): string | undefined {
  if (!text.includes(',')) return text.trim();
  return text
    .split(',')
    .map((value) => value.trim())
    .find((value) => value !== '');
}

/**
 * The header to send an API key in: the first without an underscore, because proxies such as nginx drop headers with one
 * unless they are configured otherwise.
 */
export function recommendApiKeyHeader(names: readonly string[]): string {
  return names.find((name) => !name.includes('_')) ?? names[0] ?? '';
}
