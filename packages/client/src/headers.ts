import { apiKeyHeaders } from '@giftoin/types';
import { BadArgumentError } from './errors.ts';

/**
 * The headers of a call, with their names in lower case, so that two spellings of a name do not add up.
 *
 * @throws {BadArgumentError} where one cannot be sent or carries an API key; it names the header, not its value
 */
export function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const checked = Object.entries(headers).map(([name, value]) => {
    const lower = name.toLowerCase();
    const taken = (apiKeyHeaders as readonly string[]).includes(lower) && 'carries the API key: use apiKey';
    const fault = taken || (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) && 'is no name of a header') || headerFault(value);
    if (fault) throw new BadArgumentError(`headers: ${JSON.stringify(name)} ${fault}.`);
    return [lower, value];
  });
  return Object.fromEntries(checked);
}

/**
 * What keeps a value from standing in a header, without the value; undefined where nothing does. HTTP takes Latin-1, and
 * `fetch` would quote what it refuses.
 */
export function headerFault(value: unknown): string | undefined {
  if (typeof value !== 'string') return 'is not a string';
  const position = value.search(/[^ -~\xa0-\xff]/);
  return position < 0 ? undefined : `has a control or non-Latin-1 character at position ${position} (from 0)`;
}
