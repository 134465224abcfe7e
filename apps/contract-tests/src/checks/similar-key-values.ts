import type { ApiKey } from '../model/api-key.ts';

/** A key that a server must not accept. */
export interface SimilarKey extends ApiKey {
  readonly likelyCause?: string | readonly string[];
  /** Whether a proxy can reject the header. */
  readonly mayBeRejected?: boolean;
}

export interface SimilarKeys {
  /** The keys that differ least from the key. */
  readonly closest: readonly SimilarKey[];
  readonly others: readonly SimilarKey[];
}

const byBeginning = 'The server compares only the beginning of a key.';
const byPart = 'The server searches for a key in another text instead of comparing it.';
const onlyPart = 'The server compares only a part of a key.';
const withoutPunctuation = 'The server ignores punctuation in a key.';
const sameDash = 'The server treats - and _ in a key as equal.';
const asProperty = 'The server looks up a key as a property of an object, which inherits some properties.';
const inQuery = 'The server inserts the key into a database query.';
const asPattern = 'The server uses the key as a pattern in SQL.';

export function createSimilarKeys(key: string): SimilarKeys {
  const last = key.at(-1) ?? '';
  const middle = Math.floor(key.length / 2);
  const derive = (value: string, name: string, likelyCause?: string | readonly string[]): SimilarKey[] =>
    value === '' || value === key ? [] : [{ value, placeholder: `<${name}>`, ...(likelyCause && { likelyCause }) }];
  const literal = (value: string, likelyCause?: string): SimilarKey[] =>
    value === key ? [] : [{ value, placeholder: value, ...(likelyCause && { likelyCause }) }];
  const unsafe = (value: string, name: string): SimilarKey => ({
    value,
    placeholder: `<${name}>`,
    mayBeRejected: true,
  });
  return {
    closest: [
      ...derive(key.slice(0, -1), 'the key without its last letter', byBeginning),
      ...derive(`${key}x`, 'the key with one more letter', byBeginning),
      ...derive(key.slice(0, -1) + toOther(last), 'the key with another last letter', onlyPart),
      ...derive(swapCase(key), 'the key in the opposite case', 'The server ignores the case of a key.'),
    ],
    others: [
      ...derive(key.slice(0, middle), 'the first half of the key', byBeginning),
      ...derive(key.slice(1), 'the key without its first letter', byPart),
      ...derive(`x${key}`, 'the key after another letter', byPart),
      ...derive(
        key.slice(0, middle) + toOther(key[middle] ?? '') + key.slice(middle + 1),
        'the key with another letter in the middle',
        onlyPart,
      ),
      ...derive(`${key}${key}`, 'the key twice', byPart),
      ...derive(`Bearer ${key}`, 'Bearer and the key', byPart),
      ...derive(
        `no-such-key, ${key}`,
        'an unknown key, a comma and the key',
        'The server uses a later value of a header with several values.',
      ),
      ...derive(`${key};q=1`, 'the key with a parameter', 'The server ignores what follows a semicolon.'),
      ...derive(`${key} x`, 'the key and a word', 'The server reads only the first word.'),
      ...derive(`${key}/`, 'the key with a slash at the end', 'The server removes punctuation at the end of a key.'),
      ...derive(
        [...key].reverse().join(''),
        'the key in reverse',
        'The server compares only the letters or the length.',
      ),
      ...derive(
        key.replaceAll(/[-_]/g, (sign) => (sign === '-' ? '_' : '-')),
        'the key with - for _ and _ for -',
        [withoutPunctuation, sameDash],
      ),
      ...derive(key.replaceAll(/[^a-z0-9]/gi, ''), 'the key without punctuation', withoutPunctuation),
      ...derive(`${key.slice(0, middle)}_${key.slice(middle + 1)}`, 'the key with _ in the middle', asPattern),
      ...derive(Buffer.from(key).toString('base64'), 'the key in Base64', 'The server decodes the key.'),
      ...derive(`"${key}"`, 'the key in quotes', 'The server removes quotes from the key.'),
      ...derive(percentEncode(key), 'the key percent-encoded', 'The server percent-decodes the key.'),
      ...literal('constructor', asProperty),
      ...literal('__proto__', asProperty),
      ...literal('toString', asProperty),
      ...literal('null'),
      ...literal('undefined'),
      ...literal('true'),
      ...literal('0'),
      ...literal('*', 'The server uses the key as a pattern.'),
      ...literal('%', asPattern),
      ...literal('.*', 'The server uses the key as a regular expression.'),
      ...literal("' OR '1'='1", inQuery),
      ...literal('{"$ne":""}', inQuery),
      unsafe('k'.repeat(1_025), 'a key of 1025 letters'),
      unsafe('k'.repeat(4_000), 'a key of 4000 letters'),
      // Each character is one byte, which HTTP allows in a header.
      unsafe('no-such-k\u00e9y-\u00ff', 'a key with bytes that are not ASCII'),
      unsafe('no-such\tkey', 'a key with a tab'),
    ],
  };
}

function toOther(letter: string): string {
  return letter === 'a' ? 'b' : 'a';
}

function swapCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

function percentEncode(text: string): string {
  return text.replaceAll(/./g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
}
