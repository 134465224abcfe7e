import { BadArgumentError } from './errors.ts';
import { headerFault } from './headers.ts';

/** Takes the API key out of a text that a server or a library wrote. */
export type Hide = (text: string) => string;

/** @throws {BadArgumentError} that says what is wrong with an API key, without the key */
export function checkedKey(key: string, name: string): string {
  // HTTP takes the spaces around a value away, so what is sent, and what a server may repeat, is the key without them.
  const trimmed = typeof key === 'string' ? key.replace(/^ +| +$/g, '') : key;
  const fault = trimmed === '' ? 'is empty' : headerFault(trimmed);
  if (fault) throw new BadArgumentError(`${name} ${fault}. Give the API key, as apiKey or in GIFTOIN_API_KEY.`);
  return trimmed;
}

/** Hides a key as it is, percent-encoded, and with escapes of JSON, in any mixture. */
export function hiderOf(key: string): Hide {
  let pattern: RegExp | undefined;
  return (text) => {
    pattern ??= new RegExp(key.replace(/./gs, spellingsOf), 'gi');
    return text.replace(pattern, '[API key]');
  };
}

function spellingsOf(character: string): string {
  const hex = character.charCodeAt(0).toString(16).padStart(2, '0');
  const encoded = character > '~' ? encodeURIComponent(character) : `%${hex}`;
  return `(?:\\\\?\\x${hex}|\\\\u00${hex}|${encoded})`;
}
