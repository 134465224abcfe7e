import { changeList, changePrograms, changeProgramsIf, changeProperty, hasId, setProperty } from '../changes/bodies.ts';
import { createDefects, type Row } from '../entry.ts';
import { programIds } from '../server/worlds.ts';

const toIsoDate = (value: unknown) => new Date(Number(value)).toISOString();
const toHttp = (url: unknown) => String(url).replace('https:', 'http:');

const rows: readonly Row[] = [
  ['size-string', 'returns size as a string', changeProperty('size', String), { check: 'responses/schema' }],
  ['percentage-string', 'returns the percentage as a string', changeProperty('progressInPercentage', String)],
  [
    'percentage-with-sign',
    'returns the percentage as a string with a percent sign',
    changeProperty('progressInPercentage', (percentage) => `${percentage} %`),
  ],
  ['count-string', 'returns collectedCount as a string', changeProperty('collectedCount', String)],
  ['quantity-string', 'returns the quantity of a card as a string', changeProperty('cards.ownedQuantity', String)],
  [
    'quantity-fraction',
    'returns a fraction as the quantity of a card',
    changeProperty('cards.ownedQuantity', (count) => (count ? Number(count) + 0.5 : 0)),
  ],
  [
    'quantity-negative',
    'returns -1 as the quantity of a card that is not owned',
    changeProperty('cards.ownedQuantity', (count) => count || -1),
  ],
  ['owned-number', 'returns isOwned as 0 or 1', changeProperty('cards.isOwned', Number)],
  ['owned-string', 'returns isOwned as a string', changeProperty('cards.isOwned', String)],
  ['claimed-number', 'returns isClaimed as 0 or 1', changeProperty('reward.isClaimed', Number)],
  ['claim-string', 'returns canClaim as a string', changeProperty('reward.canClaim', String)],
  ['show-before-number', 'returns showBefore as 0 or 1', changeProperty('duration.start.showBefore', Number)],
  ['show-after-string', 'returns showAfter as a string', changeProperty('duration.end.showAfter', String)],
  ['created-iso-date', 'returns createdTimestamp as an ISO date', changeProperty('createdTimestamp', toIsoDate)],
  ['created-string', 'returns createdTimestamp as a string of digits', changeProperty('createdTimestamp', String)],
  [
    'created-fraction',
    'returns createdTimestamp with a fraction',
    changeProperty('createdTimestamp', (time) => Number(time) + 0.25),
  ],
  ['start-iso-date', 'returns the date of a start as an ISO date', changeProperty('duration.start.date', toIsoDate)],
  ['end-string', 'returns the date of an end as a string of digits', changeProperty('duration.end.date', String)],
  [
    'left-string',
    'returns timeLeft as a string',
    changeProperty('timeLeft', (left) => (left === null ? null : String(left))),
  ],
  [
    'left-word',
    'returns a word as timeLeft of a program without an end',
    changeProperty('timeLeft', (left) => left ?? 'unlimited'),
  ],
  [
    'left-negative',
    'returns a negative timeLeft for a program that has ended',
    changeProperty('timeLeft', (left) => (left === 0 ? -86_400_000 : left)),
  ],
  [
    'left-fraction',
    'returns timeLeft with a fraction',
    changeProperty('timeLeft', (left) => (left ? Number(left) + 0.5 : left)),
  ],
  [
    'claimed-iso-date',
    'returns claimedTimestamp as an ISO date',
    changeProperty('reward.claimedTimestamp', (time) => (time === null ? null : toIsoDate(time))),
  ],
  [
    'claimed-empty',
    'returns an empty string as claimedTimestamp of a reward that is not claimed',
    changeProperty('reward.claimedTimestamp', (time) => time ?? ''),
  ],
  [
    'value-object',
    'returns an object as the value of a reward',
    changeProperty('reward.value', (code) => (code === null ? null : { code })),
  ],
  [
    'value-number',
    'returns a number as the value of a reward',
    changeProperty('reward.value', (value) => (value === null ? null : 7_429)),
  ],
  ['reward-id-number', 'returns a number as the ID of a reward', setProperty('reward.id', 789)],
  ['view-type-null', 'returns null as the viewType of a reward', setProperty('reward.viewType', null)],
  [
    'card-id-number',
    'returns numbers as the IDs of cards',
    changePrograms((program) => ({ ...program, cards: program.cards.map((card, index) => ({ ...card, id: index })) })),
  ],
  [
    'id-number',
    'returns numbers as the IDs of programs in the list',
    changeList((list) => list.map((program, index) => ({ ...program, id: index + 1 }))),
  ],
  [
    'id-space',
    'returns a program ID with a space',
    changeProgramsIf(hasId(programIds.noReward), (program) => ({ ...program, id: 'no reward' })),
  ],
  ['status-number', 'returns a number as the status of a program', setProperty('status', 1)],
  ['rarity-number', 'returns a number as the rarity of a card', setProperty('cards.rarity', 3)],
  [
    'environment-object',
    'returns an object as the environment of a program',
    changeProperty('environment', (name) => ({ name })),
  ],
  [
    'name-object',
    'returns the name of a program as an object of translations',
    changeProperty('name', (en) => ({ en })),
  ],
  [
    'image-http',
    'returns an http URL as the image of a program',
    changeProperty('image', toHttp),
    { check: 'responses/schema' },
  ],
  ['card-image-http', 'returns an http URL as the image of a card', changeProperty('cards.image', toHttp)],
  ['reward-image-path', 'returns a path as the image of a reward', setProperty('reward.image', '/images/badge.png')],
  [
    'image-no-scheme',
    'returns a URL without a scheme as the image of a program',
    changeProperty('image', (image) => String(image).replace('https:', '')),
  ],
  ['image-empty', 'returns an empty string as the image of a card', setProperty('cards.image', '')],
  [
    'image-object',
    'returns an object as the image of a program',
    changeProperty('image', (url) => ({ url, width: 512 })),
  ],
  [
    'image-data',
    'returns a data URI as the image of a reward',
    setProperty('reward.image', 'data:image/png;base64,iVBORw0KGgo='),
  ],
  [
    'image-space',
    'returns a URL with a space as the image of a card',
    changeProperty('cards.image', (image) => String(image).replace('card-', 'card ')),
  ],
];

export const typeDefects = createDefects('schemas', rows);
