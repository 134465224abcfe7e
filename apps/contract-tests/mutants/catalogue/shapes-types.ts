import { lists, programs, programsThat, puts } from '../changes/bodies.ts';
import { defects, type Row } from '../mutant.ts';
import { ids } from '../server/worlds.ts';

const to = (value: unknown) => () => value;
const iso = (value: unknown) => new Date(Number(value)).toISOString();
const number = (value: unknown) => Number(value);
const where = (id: string) => (program: { readonly id: string }) => program.id === id;

const rows: readonly Row[] = [
  ['size-string', 'the size of a program is a string', puts('size', String)],
  ['progress-string', 'the percentage is a string', puts('progressInPercentage', String)],
  [
    'progress-with-sign',
    'the percentage is a string with its sign',
    puts('progressInPercentage', (percent) => `${percent} %`),
  ],
  ['count-string', 'the count of collected cards is a string', puts('collectedCount', String)],
  ['quantity-string', 'the quantity of a card is a string', puts('cards.ownedQuantity', String)],
  [
    'quantity-fraction',
    'the quantity of a card has a fraction',
    puts('cards.ownedQuantity', (count) => (count ? number(count) + 0.5 : 0)),
  ],
  [
    'quantity-negative',
    'the quantity of a card that is not owned is -1',
    puts('cards.ownedQuantity', (count) => count || -1),
  ],
  ['owned-number', 'isOwned is 0 or 1', puts('cards.isOwned', Number)],
  ['owned-string', 'isOwned is a string', puts('cards.isOwned', String)],
  ['claimed-number', 'isClaimed is 0 or 1', puts('reward.isClaimed', Number)],
  ['claim-string', 'canClaim is a string', puts('reward.canClaim', String)],
  ['before-number', 'showBefore is 0 or 1', puts('duration.start.showBefore', Number)],
  ['after-string', 'showAfter is a string', puts('duration.end.showAfter', String)],
  ['created-iso', 'createdTimestamp is an ISO date', puts('createdTimestamp', iso)],
  ['created-string', 'createdTimestamp is a string of digits', puts('createdTimestamp', String)],
  ['created-fraction', 'createdTimestamp has a fraction', puts('createdTimestamp', (time) => number(time) + 0.25)],
  ['start-iso', 'the date of a start is an ISO date', puts('duration.start.date', iso)],
  ['end-string', 'the date of an end is a string of digits', puts('duration.end.date', String)],
  ['left-string', 'timeLeft is a string', puts('timeLeft', (left) => (left === null ? null : String(left)))],
  ['left-words', 'timeLeft of an endless program is a word', puts('timeLeft', (left) => left ?? 'unlimited')],
  [
    'left-negative',
    'timeLeft of an ended program is negative',
    puts('timeLeft', (left) => (left === 0 ? -86_400_000 : left)),
  ],
  ['left-fraction', 'timeLeft has a fraction', puts('timeLeft', (left) => (left ? number(left) + 0.5 : left))],
  [
    'claimed-iso',
    'claimedTimestamp is an ISO date',
    puts('reward.claimedTimestamp', (time) => (time === null ? null : iso(time))),
  ],
  [
    'claimed-empty',
    'claimedTimestamp is an empty string where there is none',
    puts('reward.claimedTimestamp', (time) => time ?? ''),
  ],
  [
    'value-object',
    'the value of a reward is an object',
    puts('reward.value', (value) => (value === null ? null : { code: value })),
  ],
  [
    'value-number',
    'the value of a reward is a number',
    puts('reward.value', (value) => (value === null ? null : 7_429)),
  ],
  ['reward-id-number', 'the id of a reward is a number', puts('reward.id', to(789))],
  ['view-null', 'the viewType of a reward is null', puts('reward.viewType', to(null))],
  [
    'card-id-number',
    'the ids of cards are numbers',
    programs((program) => ({ ...program, cards: program.cards.map((card, index) => ({ ...card, id: 456 + index })) })),
  ],
  [
    'id-number',
    'the id of a program is a number where it is listed',
    lists((list) => list.map((program, index) => ({ ...program, id: index + 1 }))),
  ],
  [
    'id-space',
    'the id of a program has a space',
    programsThat(where(ids.noReward), (program) => ({ ...program, id: 'no reward' })),
  ],
  ['status-number', 'the status of a program is a number', puts('status', to(1))],
  ['rarity-number', 'the rarity of a card is a number', puts('cards.rarity', to(3))],
  ['environment-object', 'the environment of a program is an object', puts('environment', (name) => ({ name }))],
  ['name-object', 'the name of a program is an object with languages', puts('name', (en) => ({ en }))],
  [
    'image-http',
    'the image of a program has the scheme http',
    puts('image', (image) => String(image).replace('https:', 'http:')),
  ],
  [
    'card-image-http',
    'the image of a card has the scheme http',
    puts('cards.image', (image) => String(image).replace('https:', 'http:')),
  ],
  ['reward-image-path', 'the image of a reward is a path', puts('reward.image', to('/images/badge.png'))],
  ['image-bare', 'the image of a program has no scheme', puts('image', (image) => String(image).replace('https:', ''))],
  ['image-empty', 'the image of a card is empty', puts('cards.image', to(''))],
  ['image-object', 'the image of a program is an object', puts('image', (url) => ({ url, width: 512 }))],
  ['image-data', 'the image of a reward is a data URI', puts('reward.image', to('data:image/png;base64,iVBORw0KGgo='))],
  [
    'image-space',
    'the image of a card has a space in it',
    puts('cards.image', (image) => String(image).replace('card-', 'card ')),
  ],
];

export const typeDefects = defects('shapes', rows);
