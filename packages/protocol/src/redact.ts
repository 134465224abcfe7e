import { escapePattern } from './escape-pattern.ts';

/** A secret, and the text that stands in its place. */
export interface Secret {
  readonly value: string;
  readonly replacement: string;
}

export interface RedactorOptions {
  /** The secrets. A longer secret counts before a shorter one that is a part of it. Empty ones are ignored. */
  readonly secrets?: readonly Secret[];
  /** Beginnings of secrets that are not known, for example `gft_`: everything up to a delimiter is replaced. */
  readonly prefixes?: readonly Secret[];
}

/** Replaces secrets in a text. */
export type Redact = (text: string) => string;

/** What replaces an API key. */
export const redactedApiKey = '[API key]';

/**
 * Creates a function that replaces secrets in texts that a server or a library wrote. Each character of a secret is found
 * as it is, in upper or lower case, percent-encoded, with JSON escapes, or as an HTML entity, in any mixture and encoded
 * more than once. A secret in another encoding, for example Base64, is not found.
 */
export function createRedactor({ secrets = [], prefixes = [] }: RedactorOptions): Redact {
  const longestFirst = secrets.filter(({ value }) => value !== '').sort((a, b) => b.value.length - a.value.length);
  const all = [...longestFirst, ...prefixes];
  const plain = all.map(({ value }) => value.toLowerCase());
  // A space is the one character that a plain character stands for: `+`, in a query.
  const encoded = plain.some((value) => value.includes(' ')) ? /[\\%&+]/ : /[\\%&]/;
  let pattern: RegExp | undefined;

  return (text) => {
    // Nearly every text has no secret, which is found out without the pattern.
    if (!encoded.test(text)) {
      const lower = text.toLowerCase();
      if (!plain.some((value) => lower.includes(value))) return text;
    }
    pattern ??= new RegExp(
      [
        ...longestFirst.map(({ value }) => `(${toPattern(value)})`),
        ...prefixes.map(({ value }) => `(${toPattern(value)}${rest})`),
      ].join('|') || '(?!)',
      'gi',
    );
    return text.replace(pattern, (_, ...groups) => {
      const index = groups.findIndex((group) => group !== undefined);
      return all[index]?.replacement ?? '';
    });
  };
}

/** Whether a text contains one of the secrets in a form that a redactor finds. */
export function containsSecret(text: string, redact: Redact): boolean {
  return redact(text) !== text;
}

/** A longer pattern overflows the stack of the regular expression compiler. */
const maximumPatternLength = 256;

/** What follows the beginning of a secret, up to a delimiter. */
const rest = `[^\\s/?#"'<>,;&]*`;

/** A very long secret is found by its beginning, and replaced up to the next delimiter. */
function toPattern(value: string): string {
  const characters = [...value];
  const pattern = characters.slice(0, maximumPatternLength).map(characterPattern).join('');
  return characters.length > maximumPatternLength ? pattern + rest : pattern;
}

// The backslashes that JSON, or JSON within JSON, writes before a character. A search begins at the first one of a run
// only: to begin at each one would take seconds for megabytes of backslashes.
const first = { optional: '(?:(?<!\\\\)\\\\+)?', required: '(?:(?<!\\\\)\\\\+|\\\\)' };
const inner = { optional: '\\\\{0,8}', required: '\\\\{1,8}' };

/** All forms of a character. Repetitions are bounded, so that no text makes the search slow. */
function characterPattern(character: string, index: number): string {
  const backslashes = index === 0 ? first : inner;
  const code = character.codePointAt(0) ?? 0;
  const forms = [
    `${backslashes.optional}${character === ' ' ? '[ +]' : escapePattern(character)}`,
    jsonEscape(character, backslashes.required),
    percentEncoded(character),
    `&(?:amp;){0,4}#(?:0{0,6}${code}|x0{0,6}${code.toString(16)});?`,
  ];
  const letter = controlEscapes[character];
  if (letter) forms.push(`${backslashes.required}${letter}`);
  const name = entities[character];
  if (name) forms.push(`&(?:amp;){0,4}${name};`);
  return `(?:${forms.join('|')})`;
}

const entities: Readonly<Record<string, string>> = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };

/** The letters that JSON writes for control characters: `\\t` for a tab. */
const controlEscapes: Readonly<Record<string, string>> = { '\b': 'b', '\f': 'f', '\n': 'n', '\r': 'r', '\t': 't' };

/** `\\u0041`, a unit of UTF-16 at a time. */
function jsonEscape(character: string, backslashes: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `${backslashes}u${unit.toString(16).padStart(4, '0')}`).join('');
}

/** Once or more often: `%2F`, `%252F`, … */
function percentEncoded(character: string): string {
  const bytes = [...new TextEncoder().encode(character)];
  const utf8 = bytes.map((byte) => `%(?:25){0,4}${byte.toString(16).padStart(2, '0')}`).join('');
  const code = character.charCodeAt(0);
  // Latin-1, which is what HTTP headers are in.
  return code > 0x7f && code <= 0xff ? `${utf8}|%(?:25){0,4}${code.toString(16)}` : utf8;
}
