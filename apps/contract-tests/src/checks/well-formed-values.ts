import { encodeSegment } from '../model/encode-segment.ts';
import type { ParameterFacts } from '../model/parameter-facts.ts';

/** Values that have crashed servers before. */
const classicValues = ['__proto__', 'constructor', 'null', '0', '..a', '-'];

/** Values with a meaning in some language or framework, but not in the API. */
const specialValues = [
  'undefined',
  'true',
  '-1',
  '1e5',
  '9007199254740993',
  'toString',
  'a..',
  '...',
  '.a',
  'a.json',
  '1_or_1',
  '--',
];

/** Creates percent-encoded values that are valid: the shortest, the longest, every allowed character, and random ones. */
export function createWellFormedSegments(facts: ParameterFacts, seed: number) {
  const { allowedCharacters, maximumLength } = facts;
  const characters = [...allowedCharacters].filter((character) => character !== '/');
  const letter = characters.find((character) => /[a-z]/.test(character)) ?? characters[0] ?? '';
  const size = Math.min(maximumLength ?? 100, 100);
  const chunks = Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
  const punctuation = characters.filter((character) => !/[a-z0-9]/i.test(character));
  const encodeValid = (values: readonly string[]) =>
    [...new Set(values)]
      // An empty segment is a missing parameter, and dots lead to another path.
      .filter((value) => facts.isValid(value) && !['', '.', '..'].includes(value))
      .map(encodeSegment);
  const longest = maximumLength === undefined ? [] : [letter.repeat(maximumLength)];
  return {
    edges: encodeValid([letter, ...longest, ...chunks, ...classicValues]),
    others: [
      ...encodeValid([
        ...punctuation.map((sign) => `${sign}${letter}${sign}`),
        ...specialValues,
        ...facts.sampleValid(seed, 4),
      ]),
      // A path can contain these characters without encoding.
      ...['a:b@c'].filter(facts.isValid),
    ],
  };
}
