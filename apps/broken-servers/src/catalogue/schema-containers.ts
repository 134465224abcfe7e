import {
  atPath,
  changeList,
  changeListed,
  changePrograms,
  changeProgramsIf,
  changeProperty,
  changeSingle,
  hasId,
} from '../changes/bodies.ts';
import { combine } from '../changes/responses.ts';
import { createDefects, type Row } from '../entry.ts';
import { programIds } from '../server/worlds.ts';

const remove = () => undefined;
const toDate = (value: unknown) => (value as { date: number } | null)?.date ?? null;
const toSnakeCase = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const rows: readonly Row[] = [
  [
    'list-in-data',
    'wraps the list in an object with data',
    changeList((data) => ({ data })),
    { check: 'responses/schema' },
  ],
  [
    'list-in-page',
    'wraps the list in an object with a page',
    changeList((items) => ({ items, total: items.length, page: 1 })),
  ],
  [
    'list-by-id',
    'returns the list as an object by ID',
    changeList((list) => Object.fromEntries(list.map((program) => [program.id, program]))),
  ],
  ['list-nested', 'wraps the list in another list', changeList((list) => [list])],
  ['list-of-ids', 'lists only the IDs', changeList((list) => list.map(({ id }) => id))],
  ['list-with-null', 'returns a list with null in it', changeList((list) => [...list, null])],
  ['single-in-array', 'wraps a single program in an array', changeSingle((program) => [program])],
  ['single-in-data', 'wraps a single program in an object with data', changeSingle((data) => ({ data }))],
  [
    'cards-by-id',
    'returns the cards as an object by ID',
    changePrograms((program) => ({
      ...program,
      cards: Object.fromEntries(program.cards.map((card) => [card.id, card])),
    })),
  ],
  [
    'cards-of-ids',
    'returns only the IDs of the cards',
    changePrograms((program) => ({ ...program, cards: program.cards.map(({ id }) => id) })),
  ],
  [
    'cards-with-null',
    'returns null for cards that are not owned',
    changePrograms((program) => ({ ...program, cards: program.cards.map((card) => (card.isOwned ? card : null)) })),
  ],
  [
    'reward-empty',
    'returns an empty object for a program without a reward',
    changeProperty('reward', (reward) => reward ?? {}),
  ],
  [
    'reward-false',
    'returns false for a program without a reward',
    changeProperty('reward', (reward) => reward ?? false),
  ],
  ['reward-list', 'wraps the reward in a list', changeProperty('reward', (reward) => (reward ? [reward] : reward))],
  ['end-empty', 'returns an empty object if there is no end', changeProperty('duration.end', (end) => end ?? {})],
  [
    'end-of-nulls',
    'returns an end with null properties if there is no end',
    changeProperty('duration.end', (end) => end ?? { date: null, showAfter: null }),
  ],
  ['start-zero', 'returns 0 if there is no start', changeProperty('duration.start', (start) => start ?? 0)],
  [
    'duration-flat',
    'returns start and end as timestamps',
    combine(changeProperty('duration.start', toDate), changeProperty('duration.end', toDate)),
  ],
  [
    'snake-case',
    'returns property names in snake case',
    changePrograms((program) =>
      Object.fromEntries(Object.entries(program).map(([name, value]) => [toSnakeCase(name), value])),
    ),
  ],
  [
    'last-without-rarity',
    'lists the last program with cards without a rarity',
    changeListed((program) => (hasId(programIds.ended)(program) ? atPath('cards.rarity', remove)(program) : program)),
  ],
  [
    'claimed-without-view-type',
    'returns a claimed reward without viewType',
    changeProgramsIf(hasId(programIds.claimed), atPath('reward.viewType', remove)),
  ],
  ['single-without-size', 'returns a single program without size', changeSingle(atPath('size', remove))],
  ['listed-without-duration', 'lists programs without duration', changeListed(atPath('duration', remove))],
];

export const containerDefects = createDefects('schemas', rows);
