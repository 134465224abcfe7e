import type { Operation } from '@giftoin/openapi';
import { type Case, type Check, caseCheck } from '../check.ts';
import { namingParameterOf, pathParametersOf } from '../contract.ts';
import { compare } from '../equal.ts';
import type { ParameterFacts } from '../parameter-facts.ts';
import { documents, nothingListed } from '../requests.ts';
import { type Server, segmentsOf } from '../server.ts';

/** Each has broken servers before. */
const classic = ['__proto__', 'constructor', 'null', '0', '..a', '-'];

/** Words that mean something to some language or framework, and nothing here. */
const words = [
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

/** What is well-formed is never refused, at the edges of what is. */
export function wellFormed(server: Server): Check[] {
  return server.contract.operations.flatMap((operation) => {
    const { operationId: id } = operation;
    const naming = namingParameterOf(operation);
    const others = pathParametersOf(operation).filter((parameter) => parameter !== naming);
    const existing = segmentsOf(server, operation) !== undefined;
    const columns = others.map(({ name }) => ({ name, values: shareOf(server, operation, name) }));
    const rows = Math.max(0, ...columns.map(({ values }) => values.length));
    // One request tries a value of each parameter: all are well-formed, so none may be refused.
    const segments = Array.from({ length: rows }, (_, row) =>
      Object.fromEntries(columns.map(({ name, values }) => [name, values[row % values.length] ?? ''])),
    );
    const named = naming ? shareOf(server, operation, naming.name).map((value) => ({ [naming.name]: value })) : [];
    return [
      caseCheck(
        server,
        {
          id: `${id}/well-formed`,
          title: `${id} refuses no parameter that is well-formed`,
          statement: 'parameters',
        },
        [
          ...segments.map((sent) => caseOf(operation, sent, existing || !naming ? 200 : 404)),
          ...named.map((sent) => caseOf(operation, sent, statusOf(server, operation, sent))),
        ],
      ),
      {
        id: `${id}/decoded-once`,
        title: `${id} percent-decodes each parameter`,
        statement: 'parameters',
        skip: existing ? undefined : nothingListed,
        run: async (asking) => {
          const encoded = pathParametersOf(operation).map(({ name }) => {
            const segment = encodedWhole(server.known.get(name) ?? '');
            return { sent: { segments: { [name]: segment } }, name: `${name} percent-encoded as ${segment}` };
          });
          const plain = { sent: {}, name: 'the plain path' };
          await compare(asking, operation, 'parameters', [plain, ...encoded], 'The path is not percent-decoded.');
        },
      },
    ];
  });
}

function caseOf(operation: Operation, segments: Readonly<Record<string, string>>, status: number): Case {
  const when = Object.entries(segments)
    .map(([name, value]) => `${name} is ${value}`)
    .join(' and ');
  return { operation, sent: { segments }, due: { status }, when: `${when}, which is well-formed` };
}

/** What a well-formed name of a thing gets: nothing has it, unless it is listed by chance. */
function statusOf(server: Server, operation: Operation, segments: Readonly<Record<string, string>>): number {
  if (server.isMock || !documents(operation, 404)) return 200;
  const isListed = Object.entries(segments).some(([name, value]) =>
    server.listed.get(name)?.includes(decodeURIComponent(value)),
  );
  return isListed ? 200 : 404;
}

/** The values that an operation is asked with: the edges, and its share of the rest, where others have the parameter too. */
function shareOf(server: Server, operation: Operation, name: string): string[] {
  const facts = server.contract.parameters.get(name);
  if (!facts) return [];
  const sharing = server.contract.operations.filter(({ parameters }) =>
    parameters.some((other) => other.name === name),
  );
  const { edges, others } = fittingValues(facts, server.seed);
  return [...edges, ...others.filter((_, index) => index % sharing.length === sharing.indexOf(operation))];
}

/** Percent-encoded values that fit: the shortest, the longest and every allowed character, then words and chance. */
function fittingValues(facts: ParameterFacts, seed: number) {
  const { allowed, longest } = facts;
  const characters = [...allowed].filter((character) => character !== '/');
  const letter = characters.find((character) => /[a-z]/.test(character)) ?? characters[0] ?? '';
  const size = Math.min(longest ?? 100, 100);
  const chunks = Array.from({ length: Math.ceil(characters.length / size) }, (_, index) =>
    characters.slice(index * size, (index + 1) * size).join(''),
  );
  const signs = characters.filter((character) => !/[a-z0-9]/i.test(character));
  const encoded = (values: readonly string[]) =>
    [...new Set(values)]
      .filter((value) => facts.fits(value) && value !== '.' && value !== '..')
      .map(encodeURIComponent);
  return {
    edges: encoded([letter, ...(longest === undefined ? [] : [letter.repeat(longest)]), ...chunks, ...classic]),
    others: [
      ...encoded([...signs.map((sign) => `${sign}${letter}${sign}`), ...words, ...facts.sampleFitting(seed, 4)]),
      // A path may have these as they are, too.
      ...['a:b@c'].filter(facts.fits),
    ],
  };
}

function encodedWhole(value: string): string {
  return [...Buffer.from(value)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}
