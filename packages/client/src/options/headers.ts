import { apiKeyHeaders } from '@giftoin/types';
import { BadArgumentError } from '../errors/giftoin-error.ts';
import { formatValue } from './format-value.ts';

/** Headers as `fetch` accepts them: an object, or the entries of a `Headers`, a `Map` or an array. */
export type HeadersLike = Readonly<Record<string, string>> | Iterable<readonly [name: string, value: string]>;

/**
 * Validates headers and converts their names to lower case. Joins the values of a header that is given twice, as `fetch`
 * does.
 *
 * @throws {BadArgumentError} if a header cannot be sent or is reserved for the API key. The message does not contain its value.
 */
export function parseHeaders(headers: HeadersLike): Record<string, string> {
  const parsed = new Map<string, string>();
  for (const [name, value] of toEntries(headers)) {
    const lowerCase = name.toLowerCase();
    const isReserved = (apiKeyHeaders as readonly string[]).includes(lowerCase);
    const problem =
      (isReserved && 'is reserved for the API key. Use the option apiKey') ||
      (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) && 'is not a valid header name') ||
      validateHeaderValue(value);
    if (problem) throw new BadArgumentError(`The header ${formatValue(name)} ${problem}.`);
    const first = parsed.get(lowerCase);
    parsed.set(lowerCase, first === undefined ? value : `${first}, ${value}`);
  }
  return Object.fromEntries(parsed);
}

function toEntries(headers: HeadersLike): (readonly [string, string])[] {
  if (typeof headers === 'object' && headers) {
    const entries = Symbol.iterator in headers ? [...headers] : Object.entries(headers);
    if (entries.every((entry) => Array.isArray(entry) && typeof entry[0] === 'string')) return entries;
  }
  throw new BadArgumentError('headers is not an object of headers.');
}

/**
 * Validates the value of a header. HTTP headers are in Latin-1. `fetch` would quote an invalid value in its error.
 *
 * @returns what is wrong, without the value; undefined if it is valid
 */
export function validateHeaderValue(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  const index = value.search(/[^ -~\xa0-\xff]/);
  return index < 0 ? undefined : `contains a control or non-Latin-1 character at index ${index}`;
}
