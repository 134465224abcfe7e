import { isObject, type JsonObject } from '@giftoin/openapi';

/**
 * Describes in a sentence what the value of a parameter must be. Understands patterns of one character class with a number
 * of characters, for example `^[a-z0-9_-]{1,32}$`. For another pattern it uses the description of the schema.
 */
export function describeParameter({ pattern, not, description }: JsonObject): string {
  const excluded = isObject(not) && Array.isArray(not.enum) ? not.enum.map(String) : [];
  // A client refuses these for every parameter, because they have a special meaning in URLs.
  const dots = ['.', '..'].filter((value) => new RegExp(String(pattern ?? ''), 'u').test(value));
  const values = [...new Set([...excluded, ...dots])].map((value) => `"${value}"`);
  const exception = values.length > 0 ? ` It must not be ${values.join(' or ')}.` : '';
  return describePattern(pattern, description) + exception;
}

function describePattern(pattern: unknown, description: unknown): string {
  if (typeof pattern !== 'string') return 'It must be a string that is not empty.';
  const [, characters, minimum, maximum] = /^\^\[([^\]\\^]+)\]\{(\d+),(\d+)\}\$$/.exec(pattern) ?? [];
  if (characters === undefined) return `It must be a string: ${String(description ?? 'see the pattern.').trim()}`;
  return `It must be a string of ${minimum} to ${maximum} characters: ${describeCharacters(characters)}.`;
}

/** Describes a character class, for example `A-Za-z_-` as `letters, _ and -`. */
function describeCharacters(characters: string): string {
  const both = characters.replace(/A-Za-z|a-zA-Z/, '\u0000');
  const names: Readonly<Record<string, string>> = {
    '\u0000': 'letters',
    'a-z': 'lowercase letters',
    'A-Z': 'uppercase letters',
    '0-9': 'digits',
  };
  // A hyphen at the end of a class is a character.
  const parts = (both.match(/[a-z0-9]-[a-z0-9]|./gis) ?? []).map((part) => names[part] ?? part);
  return parts.join(', ').replace(/, ([^,]+)$/, ' and $1');
}
