import { encodeSegment } from '../model/encode-segment.ts';
import type { ParameterFacts } from '../model/parameter-facts.ts';
import type { TestRequest } from '../model/test-request.ts';
import { inQuery, nulInDatabase, trailingSlash, uncaught } from './cause-kinds.ts';

/** A path segment that is a malformed parameter, with what proxies may do to it. */
export interface MalformedValue extends Pick<TestRequest, 'mayBeRejected' | 'mayBeNormalized' | 'mayBeUndecodable'> {
  /** As it is in the path. */
  readonly segment: string;
  /** Completes "If NAME …". */
  readonly when: string;
  readonly likelyCause?: string | readonly string[] | undefined;
}

/** Malformed values, by how often each is sent. To send every value for every parameter would take too many requests. */
export interface MalformedValues {
  /** For every parameter of every operation. */
  readonly everywhere: readonly MalformedValue[];
  /** For every parameter, in one of the operations that have it. */
  readonly oncePerParameter: readonly MalformedValue[];
  /** For one parameter of one operation, because all are decoded in the same way. */
  readonly once: readonly MalformedValue[];
}

/** Characters that careless patterns accept. */
const revealingCharacters = `'".A:@+;<%~\\ `;
const sampledCharacters = 3;

const dollar = 'The `$` of a pattern also matches before a line feed at the end.';
const trimmed = 'The server trims the parameter before it matches the pattern.';
const normalized = 'The server decodes and normalizes the path before it splits it.';
const inDocumentQuery = 'The server inserts the parameter into a query of a document database.';

/**
 * @param known a well-formed value, from which some of the malformed values are derived
 * @param seed the seed of the random values
 * @param isLast whether the parameter is the last segment of the path
 */
export function createMalformedValues(
  facts: ParameterFacts,
  known: string,
  seed: number,
  isLast: boolean,
): MalformedValues {
  const { allowedCharacters, maximumLength } = facts;
  const encoded = encodeSegment(known);
  const letter = [...allowedCharacters].find((character) => /[a-z]/.test(character)) ?? 'a';
  const ifMalformed = (value: string, malformed: MalformedValue) => (facts.isValid(value) ? [] : [malformed]);
  const encode = (value: string, when: string, likelyCause?: string | readonly string[]) =>
    ifMalformed(value, { segment: encodeSegment(value), when, likelyCause });
  const literal = (value: string, when: string, likelyCause?: string) =>
    ifMalformed(value, { segment: value, when, likelyCause });
  const normalizable = (
    value: string,
    segment: string,
    when: string,
    likelyCause: string | readonly string[] = normalized,
  ) => ifMalformed(value, { segment, when, mayBeRejected: true, mayBeNormalized: true, likelyCause });
  const undecodable = (segment: string, when: string, likelyCause = uncaught): MalformedValue => ({
    segment,
    when,
    mayBeUndecodable: true,
    likelyCause,
  });

  return {
    everywhere: [
      ...encode("'", 'is a quote', inQuery),
      ...encode(`${known}\n`, 'ends with a line feed', [dollar, trimmed]),
      ...encode(`${known} `, 'ends with a space', trimmed),
      ...encode('<b>', 'is markup', 'The server inserts the parameter into a page.'),
      ...(maximumLength === undefined ? [] : encode(letter.repeat(maximumLength + 1), 'is one letter too long')),
      undecodable('a%00a', 'contains a NUL', nulInDatabase),
      undecodable('%', 'is a single %'),
      undecodable('%ff', 'is a byte that is not UTF-8'),
    ],
    oncePerParameter: [
      ...sampleForbiddenCharacters(facts, seed).flatMap((character) =>
        encode(`a${character}a`, `contains ${JSON.stringify(character)}`, character === "'" ? inQuery : undefined),
      ),
      ...encode(` ${known}`, 'starts with a space', trimmed),
      ...encode(`${known}\t`, 'ends with a tab', trimmed),
      ...encode(`${known}\r\n`, 'ends with a line break', trimmed),
      ...encode(`${known}\u00a0`, 'ends with a no-break space', trimmed),
      ...encode('aéa', 'contains an é', 'The pattern accepts the letters of every language.'),
      ...encode(
        '\uff41\uff42',
        'has full-width letters',
        'The server normalizes the parameter before it matches the pattern.',
      ),
      ...encode('\u0661\u0662', 'has Arabic digits', 'The pattern accepts the digits of every language.'),
      ...encode('\u212a\u017f', 'has letters that equal k and s if case is ignored', 'The pattern ignores case.'),
      ...encode('\u{1F3B4}', 'contains an emoji'),
      ...encode(
        known.toUpperCase(),
        'is in upper case',
        'The server converts the parameter to lower case before it matches the pattern.',
      ),
      ...encode("' OR '1'='1", 'contains a condition in SQL', inQuery),
      ...literal('a+a', 'contains a plus sign that is not encoded'),
      ...literal(`${encoded};a=b`, 'has a matrix parameter', 'The server ignores what follows a semicolon.'),
      ...literal(encodeTwice(known), 'is percent-encoded twice', 'The server percent-decodes the path twice.'),
      undecodable(`${encoded}%00`, 'ends with a NUL', 'The server ignores what follows a NUL.'),
      ...normalizable('.', '.', 'is a dot'),
      ...normalizable('..', '..', 'is two dots'),
      ...normalizable(`/${known}`, `%2f${encoded}`, 'starts with an encoded slash'),
      ...normalizable('', '', 'is empty', isLast ? trailingSlash : []),
      ...normalizable('.', '%2e', 'is an encoded dot'),
      ...normalizable('..', '%2e%2e', 'is two encoded dots'),
      ...normalizable(`x/../${known}`, `x%2f..%2f${encoded}`, 'leads back to one that exists'),
      ...normalizable(`${known}/`, `${encoded}%2f`, 'ends with an encoded slash'),
      ...normalizable('a/a', 'a%2fa', 'contains an encoded slash'),
      ...facts.sampleMalformed(seed, 2).flatMap((value) => encode(value, `is ${JSON.stringify(value)}`)),
    ],
    once: [
      undecodable('%zz', 'has a % without digits'),
      undecodable('a%2', 'ends with half an escape sequence'),
      undecodable('%c0%ae', 'is an overlong encoding of UTF-8'),
      undecodable('%ed%a0%80', 'is a lone surrogate'),
      undecodable('%e2%82', 'is half a character of UTF-8'),
      ...encode('a\r\nb: c', 'contains a header line'),
      ...encode('{"$gt":""}', 'is a JSON object', inDocumentQuery),
      ...(maximumLength === undefined
        ? []
        : [{ segment: letter.repeat(9_000), when: 'has 9000 letters', mayBeRejected: true }]),
      ...normalizable('../../a', '..%2f..%2fa', 'leads out of its folder'),
    ],
  };
}

/** The revealing characters that are forbidden, and some of the others. */
function sampleForbiddenCharacters({ forbiddenCharacters }: ParameterFacts, seed: number): string[] {
  const others = [...forbiddenCharacters].filter(
    (character) => !revealingCharacters.includes(character) && character !== '/',
  );
  const step = Math.max(1, Math.floor(others.length / sampledCharacters));
  return [
    ...[...revealingCharacters].filter((character) => forbiddenCharacters.includes(character)),
    ...others.filter((_, index) => index % step === seed % step).slice(0, sampledCharacters),
  ];
}

function encodeTwice(value: string): string {
  return [...Buffer.from(value)].map((byte) => `%25${byte.toString(16).padStart(2, '0')}`).join('');
}
