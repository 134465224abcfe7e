import { changePrograms, changeProperty, type Progress, removeProperty, setProperty } from '../changes/bodies.ts';
import { isForOwner } from '../changes/parameters.ts';
import { changeResponse, combine, withBody } from '../changes/responses.ts';
import { createVariants, type Row } from '../entry.ts';
import type { Change } from '../server/respond.ts';
import { textProperties } from '../server/text-properties.ts';
import { providerExample } from './provider-example.ts';

/** Changes the text of every body, errors included. */
const changeText = (change: (body: string) => string): Change =>
  changeResponse((response) => withBody(response, Buffer.from(change(String(response.body)))));
const year = 365 * 86_400_000;
const unchanged: Change = (respond) => respond;

const endAtStart = ({ duration: { end } }: Progress) => ({
  duration: { start: end && { date: end.date, showBefore: true }, end },
});
const rows: readonly Row[] = [
  ['unchanged', 'is the conforming server', unchanged],
  ['empty-list', 'returns an empty list', unchanged, { world: 'empty' }],
  [
    'one-program',
    'returns one program, for a long key with special characters of regular expressions, JSON and URLs',
    unchanged,
    { world: 'single', apiKey: `a"b\\c+d/e=.*(f)$%41&g.${'Zm9vYmFy'.repeat(80)}` },
  ],
  ['many-programs', 'returns 100 programs of 20 cards', unchanged, { world: 'many' }],
  [
    'short-key',
    'has a key of 3 characters, and a user without cards whose ID has every kind of character',
    unchanged,
    { apiKey: 'Zq7', user: 'EU-1:Player_One@x.y' },
  ],
  [
    'provider-example',
    'returns the example of the provider’s page',
    changePrograms((program, request) => (isForOwner(request) ? providerExample : program)),
    { world: 'page' },
  ],
  [
    'missing-for-null',
    'returns programs without start and end, and leaves out optional properties that are null',
    combine(
      setProperty('duration', { start: null, end: null }),
      setProperty('timeLeft', null),
      changeText((body) => body.replaceAll(/,"(timeLeft|reward|value|claimedTimestamp)":null/g, '')),
    ),
  ],
  [
    'no-optional-properties',
    'leaves out optional properties that are null, and the value of every reward',
    combine(
      removeProperty('reward.value'),
      changeProperty('timeLeft', (left) => left ?? undefined),
      changeProperty('reward', (reward) => reward ?? undefined),
      changeProperty('reward.claimedTimestamp', (time) => time ?? undefined),
    ),
  ],
  [
    'new-values',
    'returns new values of open sets',
    combine(
      setProperty('status', 'on_hold'),
      setProperty('cards.rarity', 'Épique ✨'),
      setProperty('reward.viewType', 'LINK'),
      setProperty('environment', ''),
    ),
  ],
  [
    'owned-cards',
    'lists only the owned cards',
    changePrograms((program) => ({ ...program, cards: program.cards.filter(({ isOwned }) => isOwned) })),
  ],
  [
    'first-card-missing',
    'lists all cards but the first',
    changePrograms((program) => ({ ...program, cards: program.cards.slice(1) })),
  ],
  [
    'extreme-values',
    'returns empty texts, image URLs with ports and queries, equal card IDs in several programs, and ends at the start',
    combine(
      ...textProperties.map((name) => setProperty(name, '')),
      setProperty('image', 'https://[2001:db8::1]:8443/a%20b.png?w=1&h=2#x'),
      setProperty('cards.image', 'https://cdn.example.com'),
      setProperty('reward.canClaim', false),
      changeProperty('reward.claimedTimestamp', (time) => time ?? 1),
      changePrograms((program) => ({
        ...program,
        ...endAtStart(program),
        cards: program.cards.map((card, index) => ({ ...card, id: `${index}` })),
      })),
    ),
  ],
  [
    'clock-ahead',
    'has a clock that is a year ahead',
    changeProperty('timeLeft', (left) => left && Math.max(0, Number(left) - year)),
  ],
];

export const contentVariants = createVariants('conforming', rows);
