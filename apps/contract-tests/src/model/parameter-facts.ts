import type { Parameter, SchemaValidator } from '@giftoin/openapi';
import fc from 'fast-check';
import { isWellFormed } from './parameter-text.ts';

/** What the schema of a path parameter allows. */
export interface ParameterFacts {
  readonly name: string;
  /** Whether any value of the parameter is a string. */
  readonly isText: boolean;
  isValid(value: string): boolean;
  /** The printable ASCII characters that a value can contain. */
  readonly allowedCharacters: string;
  /** The printable ASCII characters that a value cannot contain. */
  readonly forbiddenCharacters: string;
  /** The maximum length of a value; undefined if it is 1000 or more. */
  readonly maximumLength: number | undefined;
  /** Creates random valid values, fewer if they are rare. The same seed creates the same values. */
  sampleValid(seed: number, count: number): string[];
  /** Creates random malformed values. The same seed creates the same values. */
  sampleMalformed(seed: number, count: number): string[];
}

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const maximumTried = 1000;
/** How many random strings are tried for each valid one. */
const triesPerSample = 25;

/** Derives the facts by validating values against the schema, so that a new parameter needs no code. */
export function createParameterFacts(validate: SchemaValidator, parameter: Parameter): ParameterFacts {
  const { name, schema, types } = parameter;
  const isValid = (value: string) => isWellFormed(validate, parameter, [value]);
  const allowed = printable.filter((character) => isValid(`a${character}a`) || isValid(character));
  const filler = allowed.find((character) => /[a-z0-9]/.test(character)) ?? allowed[0] ?? 'a';
  let maximumLength = maximumTried;
  while (maximumLength > 0 && !isValid(filler.repeat(maximumLength))) maximumLength -= 1;
  const strings = createStrings(schema.pattern);
  const malformed = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((value) => !isValid(value) && !/[/\0]|^\.\.?$/.test(value));
  return {
    name,
    isText: types.length === 0 || types.includes('string'),
    isValid,
    allowedCharacters: allowed.join(''),
    forbiddenCharacters: printable.filter((character) => !allowed.includes(character)).join(''),
    maximumLength: maximumLength === maximumTried || maximumLength === 0 ? undefined : maximumLength,
    sampleValid: (seed, count) =>
      fc
        .sample(strings, { seed, numRuns: count * triesPerSample })
        // Some strings have a meaning of their own in a path, for example `..`.
        .filter((value) => isValid(value) && /^(?!\.\.?$)[^/\s]+$/.test(value))
        .slice(0, count),
    sampleMalformed: (seed, numRuns) => (isValid('\u{1F3B4}!') ? [] : fc.sample(malformed, { seed, numRuns })),
  };
}

function createStrings(pattern: unknown): fc.Arbitrary<string> {
  try {
    return typeof pattern === 'string' ? fc.stringMatching(new RegExp(pattern, 'u')) : fc.string();
  } catch {
    // fast-check does not support every pattern, for example lookaheads.
    return fc.string();
  }
}
