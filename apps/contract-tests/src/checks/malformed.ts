import type { Operation } from '@giftoin/openapi';
import { type Case, type Check, caseCheck } from '../check.ts';
import { pathParametersOf } from '../contract.ts';
import type { ParameterFacts } from '../parameter-facts.ts';
import { documents } from '../requests.ts';
import type { Server } from '../server.ts';

/** A segment of a path that is no well-formed parameter. */
interface Malformed {
  /** As it stands in the path. */
  readonly segment: string;
  readonly when: string;
  /** Whether every operation is asked with it: else each asks its share. */
  readonly everywhere?: boolean;
  /** Whether proxies may refuse it before a server sees it. */
  readonly mayBeRefused?: boolean;
  /** Whether proxies may be unable to read it. */
  readonly mayBeUnreadable?: boolean;
  readonly likelyCause?: string;
}

/** What is malformed is refused with 400, whichever way it is. */
export function malformed(server: Server): Check[] {
  const { operations, parameters } = server.contract;
  return operations
    .filter((operation) => documents(operation, 400))
    .flatMap((operation) =>
      pathParametersOf(operation).flatMap(({ name }) => {
        const facts = parameters.get(name);
        if (!facts || facts.fits('\u{1F3B4}!')) return [];
        const sharing = operations.filter(
          (other) => documents(other, 400) && other.parameters.some((parameter) => parameter.name === name),
        );
        const share = malformedValues(
          facts,
          server.known.get(name) ?? 'a',
          server.seed,
          isLast(operation, name),
        ).filter(({ everywhere }, index) => everywhere || index % sharing.length === sharing.indexOf(operation));
        return [
          caseCheck(
            server,
            {
              id: `${operation.operationId}/malformed/${name}`,
              title: `${operation.operationId} answers 400 where ${name} is malformed`,
              statement: 'parameters',
            },
            share.map((value) => caseOf(operation, name, value)),
          ),
        ];
      }),
    );
}

function caseOf(operation: Operation, name: string, value: Malformed): Case {
  const { segment, when, mayBeRefused = false, mayBeUnreadable = false, likelyCause } = value;
  return {
    operation,
    sent: { segments: { [name]: segment }, mayBeRefused, mayBeUnreadable },
    due: { status: 400 },
    when: `${name} ${when}`,
    ...(likelyCause !== undefined && { likelyCause }),
  };
}

function isLast({ path }: Operation, name: string): boolean {
  return path.endsWith(`/{${name}}`);
}

/** Those that are asked of every operation, wherever they do not fit: each has broken servers before. */
const classic = `' "<A.`;
const telling = `#%*+:;?@Z\\~`;

function malformedValues(facts: ParameterFacts, known: string, seed: number, isLast: boolean): Malformed[] {
  const { fits, refused, longest } = facts;
  const rest = [...refused].filter(
    (character) => !telling.includes(character) && !classic.includes(character) && character !== '/',
  );
  const sampled = rest.filter((_, index) => (index + seed) % Math.ceil(rest.length / 3) === 0);
  const characters = [...refused].filter((character) => telling.includes(character) || classic.includes(character));
  const plain = (value: string, when: string, likelyCause?: string): Malformed[] =>
    fits(value) ? [] : [{ segment: encodeURIComponent(value), when, ...(likelyCause && { likelyCause }) }];
  const always = (values: Malformed[]) => values.map((value) => ({ ...value, everywhere: true }));
  const unreadable = (segment: string, when: string, likelyCause?: string): Malformed => ({
    segment,
    when,
    mayBeUnreadable: true,
    ...(likelyCause && { likelyCause }),
  });
  const folded = (segment: string, when: string): Malformed => ({ segment, when, mayBeRefused: true });
  const dollar = 'The `$` of a pattern matches before a line feed at the end, too.';
  const trimmed = 'The parameter is trimmed before it is held against its pattern.';
  const uncaught = 'What cannot be percent-decoded throws an error that nobody catches.';
  const twice = 'The path is percent-decoded twice.';
  const letter = [...facts.allowed].find((character) => /[a-z]/.test(character)) ?? 'a';

  return [
    ...[...characters, ...sampled].map((character) => ({
      segment: encodeURIComponent(`a${character}a`),
      when: `has ${JSON.stringify(character)} in it`,
      everywhere: classic.includes(character),
    })),
    ...always([
      ...plain(`${known}\n`, 'ends with a line feed', dollar),
      ...plain(`${known} `, 'ends with a space', trimmed),
      ...(longest === undefined ? [] : plain(letter.repeat(longest + 1), 'is one letter too long')),
      unreadable('a%00a', 'has a NUL in it'),
      unreadable('%', 'is a lone %', uncaught),
      unreadable('%ff', 'is a byte that is no UTF-8', uncaught),
    ]),
    ...plain(` ${known}`, 'starts with a space', trimmed),
    ...plain(`${known}\t`, 'ends with a tab', trimmed),
    ...plain(`${known}\r\n`, 'ends with a line break', dollar),
    ...plain('a\r\nb: c', 'has a line break in it'),
    ...plain(`${known}\u00a0`, 'ends with a no-break space', trimmed),
    ...plain(`${known}\u200b`, 'ends with a zero-width space'),
    ...plain('aéa', 'has an é in it', 'The pattern takes the letters of every language.'),
    ...plain('\uff41\uff42', 'has wide letters'),
    ...plain('\u0661\u0662', 'has Arabic digits', 'The pattern takes the digits of every language.'),
    ...plain('\u212a\u017f', 'has letters that are k and s without case', 'The pattern ignores case.'),
    ...plain('\u{1F3B4}', 'has an emoji in it'),
    ...plain(
      known.toUpperCase(),
      'is in capitals',
      'The parameter is lower-cased before it is held against its pattern.',
    ),
    ...plain("' OR '1'='1", 'has quotes in it', 'The parameter is put into a query as it is.'),
    ...plain('{"$gt":""}', 'is an object of JSON', 'The parameter is put into a query as it is.'),
    ...plain('{{7*7}}', 'is a template'),
    ...(fits('a+a') ? [] : [{ segment: 'a+a', when: 'has a plus sign in it, as it is' }]),
    ...(fits('a;b')
      ? []
      : [
          {
            segment: `${encodeURIComponent(known)};a=b`,
            when: 'has a matrix parameter',
            likelyCause: 'What follows a semicolon is cut off.',
          },
        ]),
    ...(fits('%61')
      ? []
      : [{ segment: doubleEncoded(known), when: 'is percent-encoded twice', everywhere: true, likelyCause: twice }]),
    unreadable(`${encodeURIComponent(known)}%00`, 'ends with a NUL', 'What follows a NUL is cut off.'),
    unreadable('%zz', 'has a % without digits', uncaught),
    unreadable('a%2', 'ends with half an escape', uncaught),
    unreadable('%c0%ae', 'is an overlong encoding of UTF-8', uncaught),
    unreadable('%ed%a0%80', 'is a lone surrogate', uncaught),
    unreadable('%e2%82', 'is half a character of UTF-8', uncaught),
    ...(longest === undefined ? [] : [folded(letter.repeat(9_000), 'has 9000 letters')]),
    ...(fits('a/a')
      ? []
      : ['a%2fa', '..%2f..%2fetc%2fpasswd'].map((segment) => folded(segment, 'has an encoded slash in it'))),
    // Folded at the end of a path, one dot would leave another path that may well be there.
    ...(isLast || fits('.') ? [] : [folded('%2e', 'is an encoded dot'), folded('.', 'is a dot')]),
    ...(fits('..') ? [] : [folded('%2e%2e', 'is two encoded dots'), folded('..', 'is two dots')]),
    ...(isLast || fits('') ? [] : [folded('', 'is empty')]),
    ...facts
      .sampleMalformed(seed, 2)
      .map((value) => ({ segment: encodeURIComponent(value), when: `is ${JSON.stringify(value)}` })),
  ];
}

function doubleEncoded(value: string): string {
  return [...Buffer.from(value)].map((byte) => `%25${byte.toString(16).padStart(2, '0')}`).join('');
}
