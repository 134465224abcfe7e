import { apiKeyHeaders } from '@giftoin/types';
import { BadArgumentError } from '../errors/giftoin-error.ts';

/**
 * Validates headers and converts their names to lower case, so that a name counts once however it is spelled.
 *
 * @throws {BadArgumentError} if a header cannot be sent or is reserved for the API key. The message does not contain its value.
 */
export function parseHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).map(([name, value]) => {
    const lowerCase = name.toLowerCase();
    const isReserved = (apiKeyHeaders as readonly string[]).includes(lowerCase);
    const problem =
      (isReserved && 'is reserved for the API key. Use the option apiKey') ||
      (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) && 'is not a valid header name') ||
      validateHeaderValue(value);
    if (problem) throw new BadArgumentError(`The header ${JSON.stringify(name)} ${problem}.`);
    return [lowerCase, value];
  });
  return Object.fromEntries(entries);
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
