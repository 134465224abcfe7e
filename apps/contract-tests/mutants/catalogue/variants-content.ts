import { errors, type Progress, programs, puts } from '../changes/bodies.ts';
import { all, answered, withBody } from '../changes/messages.ts';
import { parameterOf } from '../changes/targets.ts';
import { type Row, variants } from '../mutant.ts';
import type { Mutation, Request } from '../server/exchange.ts';
import { person } from '../server/worlds.ts';
import { providerPage } from './provider-page.ts';

/** Every body, of errors too, with its text changed. */
const text = (change: (body: string) => string): Mutation =>
  answered((answer) => withBody(answer, Buffer.from(change(String(answer.body)))));
const everyObject = (change: (properties: Record<string, unknown>) => object): Mutation =>
  answered((answer) => {
    const revived = JSON.parse(String(answer.body), (_, value) =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? change(value) : value,
    );
    return withBody(answer, revived);
  });

const unknown = { rank: 3, ' ': null, nested: { deep: [{ isOwned: 'yes' }] }, size_of: '10', flag: false };
const isOfPerson = (request: Request) =>
  parameterOf(request, 'platform') === person.platform &&
  parameterOf(request, 'platformUserId') === person.platformUserId;
const nothing: Mutation = (ask) => ask;

const atOnce = ({ duration: { end } }: Progress) => ({
  duration: { start: end && { date: end.date, showBefore: true }, end },
});
const writtenOddly = (body: string) =>
  `\r\n${JSON.stringify(JSON.parse(body), null, '\t')}\n`
    .replaceAll('/', '\\/')
    .replaceAll(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll(/: (\d+)(?=[,\r\n}])/g, ': $1.0');

const rows: readonly Row[] = [
  ['as-it-is', 'nothing is different', nothing],
  ['empty-list', 'no program is visible to the key', nothing, { world: 'nothing' }],
  [
    'one-program',
    'one program is visible to a long key, in which patterns, JSON and URLs see a meaning',
    nothing,
    { world: 'single', key: `a"b\\c+d/e=.*(f)$%41&g.${'Zm9vYmFy'.repeat(80)}` },
  ],
  ['many-programs', 'a hundred programs of twenty cards are visible', nothing, { world: 'many' }],
  [
    'short-key',
    'the key has three letters, and the user, who owns nothing, every sign that is allowed',
    nothing,
    { key: 'Zq7', user: 'EU-1:Player_One@x.y' },
  ],
  [
    'provider-page',
    'there is the example of the provider’s page, to the letter',
    programs((program, request) => (isOfPerson(request) ? providerPage : program)),
    { world: 'page' },
  ],
  [
    'unknown-properties',
    'every object has properties that nobody knows',
    everyObject((properties) => ({ ...unknown, ...properties })),
  ],
  [
    'absent-for-null',
    'programs have neither start nor end, and what may be absent is absent rather than null',
    all(
      puts('duration', () => ({ start: null, end: null })),
      puts('timeLeft', () => null),
      text((body) => body.replaceAll(/,"(timeLeft|reward|value|claimedTimestamp)":null/g, '')),
    ),
  ],
  [
    'new-values',
    'open sets have new values',
    all(
      puts('status', () => 'on_hold'),
      puts('cards.rarity', () => 'Épique ✨'),
      puts('reward.viewType', () => 'LINK'),
      puts('environment', () => ''),
    ),
  ],
  [
    'errors-say-more',
    'errors say more than they must, in another language, with timestamps that are strings of digits',
    errors(({ timestamp, errorCode }, answer) => ({
      status: {
        timestamp: `${timestamp}`,
        errorCode,
        errorMessage: `Das geht so nicht: „Größe“ < 3 & > 1.`,
        requestId: 'f3a1',
      },
      code: answer.status,
      docs: 'https://example.com/errors',
    })),
  ],
  [
    'owned-cards',
    'the owned cards alone are listed',
    programs((program) => ({ ...program, cards: program.cards.filter(({ isOwned }) => isOwned) })),
  ],
  [
    'values-at-edges',
    'texts are empty, images have ports and queries, programs share the ids of cards and end as they start',
    all(
      puts('name', () => ''),
      puts('description', () => ''),
      puts('image', () => 'https://[2001:db8::1]:8443/a%20b.png?w=1&h=2#x'),
      puts('cards.image', () => 'https://cdn.example.com'),
      puts('reward.canClaim', () => false),
      puts('reward.claimedTimestamp', (time) => time ?? 1),
      programs((program) => ({
        ...program,
        ...atOnce(program),
        cards: program.cards.map((card, at) => ({ ...card, id: `${at}` })),
      })),
    ),
  ],
  [
    'written-oddly',
    'properties stand in another order, bodies are indented, integers have a decimal zero, slashes and foreign letters are escaped',
    all(
      everyObject((properties) => Object.fromEntries(Object.entries(properties).toReversed())),
      text(writtenOddly),
    ),
  ],
];

export const contentVariants = variants('conforming', rows);
