import type { ParameterFacts } from '../parameter-facts.ts';

/** A segment of a path that is no well-formed parameter. */
export interface Malformed {
  /** As it stands in the path. */
  readonly segment: string;
  readonly when: string;
  /** Whether proxies may refuse it before a server sees it. */
  readonly mayBeRefused?: boolean;
  /** Whether proxies may fold it into another path. */
  readonly mayBeFolded?: boolean;
  /** Whether proxies may be unable to read it. */
  readonly mayBeUnreadable?: boolean;
  readonly likelyCause?: string | undefined;
}

/** Values that are malformed, by how far they are spread: a value for every parameter of every operation is a request too many. */
export interface MalformedValues {
  /** For every parameter of every operation. */
  readonly everywhere: readonly Malformed[];
  /** For every parameter; operations that have it share them. */
  readonly inEachParameter: readonly Malformed[];
  /** For any parameter: what decodes one decodes all. */
  readonly somewhere: readonly Malformed[];
}

/** What careless patterns let through. */
const telling = `'".A:@+;<%~\\ `;
const sampled = 3;

const dollar = 'The `$` of a pattern matches before a line feed at the end, too.';
const trimmed = 'The parameter is trimmed before it is held against its pattern.';
const uncaught = 'What cannot be percent-decoded throws an error that nobody catches.';
const refolded = 'The path is decoded and folded before it is taken apart.';
const inQuery = 'The parameter is put into a query as it is.';

/**
 * @param known a value that is well-formed, of which some are made
 * @param seed where those start that are made by chance
 */
export function malformedValues(facts: ParameterFacts, known: string, seed: number): MalformedValues {
  const { allowed, refused, longest } = facts;
  const encoded = encodeURIComponent(known);
  const letter = [...allowed].find((character) => /[a-z]/.test(character)) ?? 'a';
  const plain = (value: string, when: string, likelyCause?: string): Malformed[] =>
    facts.fits(value) ? [] : [{ segment: encodeURIComponent(value), when, likelyCause }];
  const asItIs = (value: string, when: string, likelyCause?: string): Malformed[] =>
    facts.fits(value) ? [] : [{ segment: value, when, likelyCause }];
  const folded = (value: string, segment: string, when: string): Malformed[] =>
    facts.fits(value) ? [] : [{ segment, when, mayBeRefused: true, mayBeFolded: true, likelyCause: refolded }];
  const unreadable = (segment: string, when: string, likelyCause = uncaught): Malformed => ({
    segment,
    when,
    mayBeUnreadable: true,
    likelyCause,
  });
  const others = [...refused].filter((character) => !telling.includes(character) && character !== '/');
  const step = Math.max(1, Math.floor(others.length / sampled));
  const characters = [
    ...[...telling].filter((character) => refused.includes(character)),
    ...others.filter((_, index) => index % step === seed % step).slice(0, sampled),
  ];

  return {
    everywhere: [
      ...plain("'", 'is a quote', inQuery),
      ...plain(`${known}\n`, 'ends with a line feed', dollar),
      ...plain(`${known} `, 'ends with a space', trimmed),
      ...plain('<b>', 'is markup', 'The parameter is put into a page as it is.'),
      ...(longest === undefined ? [] : plain(letter.repeat(longest + 1), 'is one letter too long')),
      unreadable('a%00a', 'has a NUL in it', 'The NUL reaches a store that refuses it.'),
      unreadable('%', 'is a lone %'),
      unreadable('%ff', 'is a byte that is no UTF-8'),
    ],
    inEachParameter: [
      ...characters.flatMap((character) => plain(`a${character}a`, `has ${JSON.stringify(character)} in it`)),
      ...plain(` ${known}`, 'starts with a space', trimmed),
      ...plain(`${known}\t`, 'ends with a tab', trimmed),
      ...plain(`${known}\r\n`, 'ends with a line break', dollar),
      ...plain(`${known}\u00a0`, 'ends with a no-break space', trimmed),
      ...plain('aéa', 'has an é in it', 'The pattern takes the letters of every language.'),
      ...plain(
        '\uff41\uff42',
        'has wide letters',
        'The parameter is normalized before it is held against its pattern.',
      ),
      ...plain('\u0661\u0662', 'has Arabic digits', 'The pattern takes the digits of every language.'),
      ...plain('\u212a\u017f', 'has letters that are k and s without case', 'The pattern ignores case.'),
      ...plain('\u{1F3B4}', 'has an emoji in it'),
      ...plain(
        known.toUpperCase(),
        'is in capitals',
        'The parameter is lower-cased before it is held against its pattern.',
      ),
      ...plain("' OR '1'='1", 'has a condition of SQL in it', inQuery),
      ...asItIs('a+a', 'has a plus sign in it, as it is'),
      ...asItIs(`${encoded};a=b`, 'has a matrix parameter', 'What follows a semicolon is cut off.'),
      ...asItIs(doubleEncoded(known), 'is percent-encoded twice', 'The path is percent-decoded twice.'),
      unreadable(`${encoded}%00`, 'ends with a NUL', 'What follows a NUL is cut off.'),
      ...folded('.', '.', 'is a dot'),
      ...folded('..', '..', 'is two dots'),
      ...folded(`/${known}`, `%2f${encoded}`, 'starts with an encoded slash'),
      ...folded('', '', 'is empty'),
      ...folded('.', '%2e', 'is an encoded dot'),
      ...folded('..', '%2e%2e', 'is two encoded dots'),
      ...folded(`x/../${known}`, `x%2f..%2f${encoded}`, 'leads back to one that exists'),
      ...folded(`${known}/`, `${encoded}%2f`, 'ends with an encoded slash'),
      ...folded('a/a', 'a%2fa', 'has an encoded slash in it'),
      ...facts.sampleMalformed(seed, 2).flatMap((value) => plain(value, `is ${JSON.stringify(value)}`)),
    ],
    somewhere: [
      unreadable('%zz', 'has a % without digits'),
      unreadable('a%2', 'ends with half an escape'),
      unreadable('%c0%ae', 'is an overlong encoding of UTF-8'),
      unreadable('%ed%a0%80', 'is a lone surrogate'),
      unreadable('%e2%82', 'is half a character of UTF-8'),
      ...plain('a\r\nb: c', 'has a line of a header in it'),
      ...plain('{"$gt":""}', 'is an object of JSON', inQuery),
      ...(longest === undefined
        ? []
        : [{ segment: letter.repeat(9_000), when: 'has 9000 letters', mayBeRefused: true }]),
      ...folded('../../a', '..%2f..%2fa', 'leads out of its folder'),
    ],
  };
}

function doubleEncoded(value: string): string {
  return [...Buffer.from(value)].map((byte) => `%25${byte.toString(16).padStart(2, '0')}`).join('');
}
