import { at, lists, ones, programs, programsThat, puts } from '../changes/bodies.ts';
import { all } from '../changes/messages.ts';
import { defects, type Row } from '../mutant.ts';
import { ids } from '../server/worlds.ts';

const to = (value: unknown) => () => value;
const where = (id: string) => (program: { readonly id: string }) => program.id === id;

const rows: readonly Row[] = [
  ['list-in-data', 'the list stands in data', lists((data) => ({ data }))],
  ['list-in-page', 'the list stands in a page', lists((items) => ({ items, total: items.length, page: 1 }))],
  [
    'list-by-id',
    'the list is an object by the ids',
    lists((list) => Object.fromEntries(list.map((program) => [program.id, program]))),
  ],
  ['list-nested', 'the list stands in a list', lists((list) => [list])],
  ['list-of-ids', 'the list has the ids alone', lists((list) => list.map(({ id }) => id))],
  ['list-with-null', 'the list has a null in it', lists((list) => [...list, null])],
  ['one-in-array', 'one program stands in an array', ones((one) => [one])],
  ['one-in-data', 'one program stands in data', ones((data) => ({ data }))],
  [
    'cards-by-id',
    'the cards are an object by their ids',
    programs((program) => ({ ...program, cards: Object.fromEntries(program.cards.map((card) => [card.id, card])) })),
  ],
  [
    'cards-of-ids',
    'the cards are their ids alone',
    programs((program) => ({ ...program, cards: program.cards.map(({ id }) => id) })),
  ],
  [
    'cards-with-null',
    'the cards that are not owned are null',
    programs((program) => ({ ...program, cards: program.cards.map((card) => (card.isOwned ? card : null)) })),
  ],
  ['reward-empty', 'a reward that is not there is an empty object', puts('reward', (reward) => reward ?? {})],
  ['reward-false', 'a reward that is not there is false', puts('reward', (reward) => reward ?? false)],
  ['reward-list', 'a reward stands in a list', puts('reward', (reward) => (reward ? [reward] : reward))],
  ['end-empty', 'an end that is not there is an empty object', puts('duration.end', (end) => end ?? {})],
  [
    'end-of-nulls',
    'an end that is not there is one of nulls',
    puts('duration.end', (end) => end ?? { date: null, showAfter: null }),
  ],
  ['start-zero', 'a start that is not there is 0', puts('duration.start', (start) => start ?? 0)],
  [
    'duration-flat',
    'start and end are times',
    all(
      puts('duration.start', (start) => (start as { date: number } | null)?.date ?? null),
      puts('duration.end', (end) => (end as { date: number } | null)?.date ?? null),
    ),
  ],
  [
    'snake-case',
    'properties are named with underscores',
    programs((program) =>
      Object.fromEntries(
        Object.entries(program).map(([name, value]) => [
          name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
          value,
        ]),
      ),
    ),
  ],
  [
    'last-lacks-rarity',
    'the last program has cards without rarity',
    lists((list) =>
      list.map((program) => (program.id === ids.ended ? at('cards.rarity', to(undefined))(program) : program)),
    ),
  ],
  [
    'claimed-lacks-view',
    'a claimed reward has no viewType',
    programsThat(where(ids.claimed), at('reward.viewType', to(undefined))),
  ],
  ['alone-lacks-size', 'one program alone has no size', ones(at('size', to(undefined)))],
  ['list-lacks-duration', 'the list leaves out the duration', lists((list) => list.map(at('duration', to(undefined))))],
];

export const containerDefects = defects('shapes', rows);
