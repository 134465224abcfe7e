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
 * as it is, in upper or lower case, percent-encoded, with JSON escapes, or as a numeric HTML entity, in any mixture and
 * encoded more than once. Characters that HTML escapes are also found by name, for example `&quot;`. A secret in another
 * encoding, for example Base64, or of which only a part is there, is not found.
 */
export function createRedactor({ secrets = [], prefixes = [] }: RedactorOptions): Redact {
  const longestFirst = secrets.filter(({ value }) => value !== '').sort((a, b) => b.value.length - a.value.length);
  const all = [...longestFirst, ...prefixes];
  const plain = all.map(({ value }) => value.toLowerCase());
  // A space is the one character that a plain character stands for: `+`, in a query.
  const encoded = plain.some((value) => value.includes(' ')) ? /[\\%&+]/ : /[\\%&]/;
  // No form of a secret is shorter than the secret.
  const shortest = Math.min(...all.map(({ value }) => value.length));
  let pattern: RegExp | undefined;

  return (text) => {
    if (text.length < shortest) return text;
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
const maximumPatternLength = 128;

/** What follows the beginning of a secret, up to a delimiter. */
const rest = `[^\\s/?#"'<>,;&]*`;

/** A very long secret is found by its beginning, and replaced up to the next delimiter. */
function toPattern(value: string): string {
  const characters = [...value];
  const pattern = characters.slice(0, maximumPatternLength).map(characterPattern).join('');
  return characters.length > maximumPatternLength ? pattern + rest : pattern;
}

// The characters that an encoding consists of can be percent-encoded themselves.
const percent = '%(?:25){0,4}';
const semicolon = `(?:;|${percent}3b)`;
const encodedBackslash = `${percent}5c`;

// The backslashes that JSON, or JSON within JSON, writes before a character. A search begins at the first one of a run
// only: to begin at each one would take seconds for megabytes of backslashes.
const runs = `(?<!\\\\)\\\\+|(?<!5c)(?:${encodedBackslash}){1,8}`;
const first = { optional: `(?:${runs})?`, required: `(?:${runs}|\\\\|${encodedBackslash})` };
const innerRuns = `\\\\{1,8}|(?:${encodedBackslash}){1,8}`;
const inner = { optional: `(?:${innerRuns})?`, required: `(?:${innerRuns})` };

/** All forms of a character. Repetitions are bounded, so that no text makes the search slow. */
function characterPattern(character: string, index: number): string {
  const backslashes = index === 0 ? first : inner;
  const code = character.codePointAt(0) ?? 0;
  const ampersand = `(?:&|${percent}26|${backslashes.required}u0026)(?:amp${semicolon}){0,4}`;
  const forms = [
    `${backslashes.optional}(?:${plainForms(character)})`,
    jsonEscape(character, backslashes.required),
    `${ampersand}(?:#|${percent}23)(?:0{0,6}${code}|x0{0,6}${code.toString(16)})${semicolon}?`,
  ];
  const letter = controlEscapes[character];
  if (letter) forms.push(`${backslashes.required}${letter}`);
  const name = entities[character];
  if (name) forms.push(`${ampersand}${name}${semicolon}`);
  return `(?:${forms.join('|')})`;
}

/** The character as it is or percent-encoded. */
function plainForms(character: string): string {
  const space = character === ' ' ? `|[+]|${percent}2b` : '';
  return `${escapePattern(character)}|${percentEncoded(character)}${space}`;
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
  const utf8 = bytes.map((byte) => `${percent}${byte.toString(16).padStart(2, '0')}`).join('');
  const code = character.charCodeAt(0);
  // Latin-1, which is what HTTP headers are in.
  return code > 0x7f && code <= 0xff ? `${utf8}|${percent}${code.toString(16)}` : utf8;
}
