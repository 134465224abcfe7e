import { type JsonObject, type Parameter, resolveReference, type SchemaValidator } from '@giftoin/openapi';
import fc from 'fast-check';

/** What is known of a path parameter from its schema. */
export interface ParameterFacts {
  readonly name: string;
  fits(value: string): boolean;
  /** The printable ASCII characters that a value may have, and those that it may not. */
  readonly allowed: string;
  readonly refused: string;
  /** The most characters that a value may have; undefined where there is no such bound below 1000. */
  readonly longest: number | undefined;
  /** Values that fit, made by chance from the seed. */
  sampleFitting(seed: number, count: number): string[];
  /** Values that do not fit, made by chance from the seed. */
  sampleMalformed(seed: number, count: number): string[];
}

const printable = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
const longestTried = 1000;

/** Finds out by asking the schema, so that a new parameter needs no code. */
export function parameterFacts(
  document: JsonObject,
  check: SchemaValidator,
  { name, schema }: Parameter,
): ParameterFacts {
  const fits = (value: string) => check(schema, value).length === 0;
  const allowed = printable.filter((character) => fits(`a${character}a`) || fits(character));
  const filler = allowed.find((character) => /[a-z0-9]/.test(character)) ?? allowed[0] ?? 'a';
  let longest = longestTried;
  while (longest > 0 && !fits(filler.repeat(longest))) longest -= 1;
  const { pattern } = resolveReference(document, schema);
  const strings = typeof pattern === 'string' ? fc.stringMatching(new RegExp(pattern, 'u')) : fc.string();
  // A string without a pattern may be anything; what a path gives a meaning of its own is another matter.
  const fitting = strings.filter((value) => fits(value) && /^(?!\.\.?$)[^/\s]+$/.test(value));
  const malformed = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((value) => !fits(value) && !/[/\0]|^\.\.?$/.test(value));
  return {
    name,
    fits,
    allowed: allowed.join(''),
    refused: printable.filter((character) => !allowed.includes(character)).join(''),
    longest: longest === longestTried || longest === 0 ? undefined : longest,
    sampleFitting: (seed, numRuns) => fc.sample(fitting, { seed, numRuns }),
    sampleMalformed: (seed, numRuns) => (fits('\u{1F3B4}!') ? [] : fc.sample(malformed, { seed, numRuns })),
  };
}
