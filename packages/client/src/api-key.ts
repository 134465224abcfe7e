import { BadArgumentError, type FailureDetails } from './errors.ts';

/** Takes the API key out of a text that a server or a library wrote. */
export type Hide = (text: string) => string;

/**
 * What keeps a text from standing in a header, without the text itself; undefined where nothing does. HTTP takes Latin-1,
 * and `fetch` would quote what it refuses.
 */
export function headerFault(text: string): string | undefined {
  const position = text.search(/[^ -~\xa0-\xff]/);
  if (position < 0) return undefined;
  const what = text.charCodeAt(position) > 0xff ? 'character outside Latin-1' : 'control character';
  return `has a ${what} at position ${position}, counted from 0`;
}

/** @throws {BadArgumentError} that says what is wrong with an API key, without the key */
export function checkedKey(key: unknown, name: string, details?: FailureDetails): string {
  if (typeof key !== 'string')
    throw new BadArgumentError(`${name} is ${typeOf(key)}. Give the API key, a string.`, details);
  const trimmed = key.replace(/^ +| +$/g, '');
  const fault = trimmed === '' ? 'is empty' : headerFault(key);
  if (fault) throw new BadArgumentError(`${name} ${fault}. Give the API key as you were given it.`, details);
  // HTTP takes the spaces around a value away, so what is sent, and what a server may repeat, is the key without them.
  return trimmed;
}

/** Hides a key as it is and percent-encoded. */
export function hiderOf(key: string): Hide {
  const encoded = encodeURIComponent(key);
  return (text) => {
    const hidden = text.replaceAll(key, replacement).replaceAll(encoded, replacement);
    const decoded = hidden.replace(/%([0-7][\da-f])/gi, (_, code) => String.fromCharCode(Number.parseInt(code, 16)));
    return decoded.includes(key) ? decoded.replaceAll(key, replacement) : hidden;
  };
}

const replacement = '[API key]';

function typeOf(value: unknown): string {
  return value === null ? 'null' : typeof value;
}
