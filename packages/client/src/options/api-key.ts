import { BadArgumentError } from '../errors/giftoin-error.ts';
import { validateHeaderValue } from './headers.ts';

/**
 * Validates an API key and removes the spaces around it, because HTTP does not transmit them.
 *
 * @param name the name of the option, for the message
 * @throws {BadArgumentError} if the key cannot be sent. The message does not contain the key.
 */
export function parseApiKey(key: string, name: string): string {
  const trimmed = typeof key === 'string' ? key.replace(/^ +| +$/g, '') : key;
  const problem = trimmed === '' ? 'is empty' : validateHeaderValue(trimmed);
  if (problem) throw new BadArgumentError(`${name} ${problem}. Pass apiKey or set GIFTOIN_API_KEY.`);
  return trimmed;
}
