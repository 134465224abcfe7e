import { expect, test } from 'vitest';
import { checkEqualHeaders, type Finding } from '../src/index.ts';
import { badge, challenge, ember, frost, storm } from './elements-challenge.ts';

const error = { status: { timestamp: 1798156800000, errorCode: 1001, errorMessage: 'The API key is not known.' } };

function compare(one: unknown, other: unknown, keysSent: string[] = []): Finding[] {
  return checkEqualHeaders(
    { header: 'x-gft-api-key', status: 200, body: one },
    { header: 'gft-api-key', status: 200, body: other },
    keysSent,
  );
}

test('equal programs, lists and errors have no findings', () => {
  expect(compare(challenge, structuredClone(challenge))).toEqual([]);
  expect(compare([challenge], [structuredClone(challenge)])).toEqual([]);
  expect(compare(error, structuredClone(error))).toEqual([]);
});

test('absent is the same as null', () => {
  const { reward: _, ...without } = challenge;
  const { value: __, claimedTimestamp: ___, ...bare } = badge;

  expect(compare({ ...challenge, reward: null }, without)).toEqual([]);
  expect(compare(challenge, { ...challenge, reward: bare })).toEqual([]);
});

test('the order of properties, the time that is left and unknown properties do not count', () => {
  const reversed = Object.fromEntries(Object.entries(challenge).reverse());

  expect(compare(challenge, reversed)).toEqual([]);
  expect(compare(challenge, { ...challenge, timeLeft: 1 })).toEqual([]);
  expect(compare([{ ...challenge, requestId: 1 }], [{ ...challenge, requestId: 2 }])).toEqual([]);
  expect(compare(challenge, { ...challenge, cards: [{ ...ember, requestId: 2 }, frost, storm] })).toEqual([]);
});

test('the timestamp of an error does not count, nor does an unknown property of it', () => {
  const { errorCode, errorMessage } = error.status;

  expect(compare(error, { status: { timestamp: '1798156800001', errorCode, errorMessage }, requestId: 2 })).toEqual([]);
});

test('numbers that are equal in JSON are equal', () => {
  expect(compare({ ...challenge, collectedCount: 0 }, { ...challenge, collectedCount: -0 })).toEqual([]);
});

const { start, end } = challenge.duration;
test.each([
  ['id', { ...challenge, id: 'x' }],
  ['name', { ...challenge, name: 'x' }],
  ['image', { ...challenge, image: 'https://x' }],
  ['description', { ...challenge, description: 'x' }],
  ['size', { ...challenge, size: 9 }],
  ['cards[0].name', { ...challenge, cards: [{ ...ember, name: 'x' }, frost, storm] }],
  ['cards[0].id', { ...challenge, cards: [{ ...ember, id: 'x' }, frost, storm] }],
  ['cards[0].image', { ...challenge, cards: [{ ...ember, image: 'https://x' }, frost, storm] }],
  ['cards[0].ownedQuantity', { ...challenge, cards: [{ ...ember, ownedQuantity: 9 }, frost, storm] }],
  ['cards[0].isOwned', { ...challenge, cards: [{ ...ember, isOwned: false }, frost, storm] }],
  ['cards[0].rarity', { ...challenge, cards: [{ ...ember, rarity: 'x' }, frost, storm] }],
  ['progressInPercentage', { ...challenge, progressInPercentage: 9 }],
  ['environment', { ...challenge, environment: 'x' }],
  ['createdTimestamp', { ...challenge, createdTimestamp: 9 }],
  ['reward.id', { ...challenge, reward: { ...badge, id: 'x' } }],
  ['reward.name', { ...challenge, reward: { ...badge, name: 'x' } }],
  ['reward.image', { ...challenge, reward: { ...badge, image: 'https://x' } }],
  ['reward.description', { ...challenge, reward: { ...badge, description: 'x' } }],
  ['reward.isClaimed', { ...challenge, reward: { ...badge, isClaimed: true } }],
  ['reward.canClaim', { ...challenge, reward: { ...badge, canClaim: true } }],
  ['reward.value', { ...challenge, reward: { ...badge, value: 'x' } }],
  ['reward.claimedTimestamp', { ...challenge, reward: { ...badge, claimedTimestamp: 9 } }],
  ['reward.viewType', { ...challenge, reward: { ...badge, viewType: 'x' } }],
  ['status', { ...challenge, status: 'x' }],
  ['collectedCount', { ...challenge, collectedCount: 9 }],
  ['duration.start.date', { ...challenge, duration: { start: { ...start, date: 9 }, end } }],
  ['duration.start.showBefore', { ...challenge, duration: { start: { ...start, showBefore: false }, end } }],
  ['duration.end.date', { ...challenge, duration: { start, end: { ...end, date: 9 } } }],
  ['duration.end.showAfter', { ...challenge, duration: { start, end: { ...end, showAfter: false } } }],
])('a difference in %s alone is found', (path, other) => {
  expect(compare(challenge, other).map((finding) => finding.path)).toEqual([path]);
});

test('different statuses are found, and nothing further', () => {
  const one = { header: 'x-gft-api-key', status: 200, body: challenge };
  const other = { header: 'x-gft_api_key', status: 401, body: error };

  expect(checkEqualHeaders(one, other, [])).toEqual([
    {
      rule: '8-equal-headers',
      path: '',
      sentence: 'The status is 200 with x-gft-api-key and 401 with x-gft_api_key, expected equal.',
    },
  ]);
});

test('the order of cards counts', () => {
  expect(compare({ ...challenge, cards: [ember] }, { ...challenge, cards: [frost] }).map(({ path }) => path)).toEqual([
    'cards[0].name',
    'cards[0].id',
    'cards[0].image',
    'cards[0].ownedQuantity',
    'cards[0].rarity',
  ]);
});

test('arrays of different lengths are one difference', () => {
  expect(compare([challenge], [{ ...challenge, cards: [ember, frost] }])).toEqual([
    {
      rule: '8-equal-headers',
      path: '[0].cards',
      sentence: '[0].cards is an array of 3 with x-gft-api-key and an array of 2 with gft-api-key, expected equal.',
    },
  ]);
});

test('different errors are found', () => {
  expect(compare(error, { status: { ...error.status, errorCode: 1002 } })).toEqual([
    {
      rule: '8-equal-headers',
      path: 'status.errorCode',
      sentence: 'status.errorCode is 1001 with x-gft-api-key and 1002 with gft-api-key, expected equal.',
    },
  ]);
});

test('a missing part is found as one difference', () => {
  expect(compare(challenge, { ...challenge, duration: { ...challenge.duration, end: null } })).toEqual([
    {
      rule: '8-equal-headers',
      path: 'duration.end',
      sentence: 'duration.end is an object with x-gft-api-key and null or absent with gft-api-key, expected equal.',
    },
  ]);
});

test('answers of different kinds are one difference', () => {
  expect(compare([challenge], challenge)).toEqual([
    {
      rule: '8-equal-headers',
      path: '',
      sentence: 'The body is an array of 1 with x-gft-api-key and an object with gft-api-key, expected equal.',
    },
  ]);
});

test('a message that repeats the key is quoted without it', () => {
  const one = { status: { ...error.status, errorMessage: 'Unknown: say "key"-0123 in x-gft-api-key.' } };
  const other = { status: { ...error.status, errorMessage: 'Unknown: say "key"-0123 in gft-api-key.' } };

  expect(compare(one, other, ['say "key"-0123'])).toEqual([
    {
      rule: '8-equal-headers',
      path: 'status.errorMessage',
      sentence:
        'status.errorMessage is "Unknown: [API key] in x-gft-api-key." with x-gft-api-key and "Unknown: [API key] in gft-api-key." with gft-api-key, expected equal.',
    },
  ]);
});

test('of an answer that is not known every property counts, and the programs in it by their names', () => {
  const one = { page: null, 'next page': 1, items: [{ ...challenge, timeLeft: 1 }] };

  expect(compare(one, { items: [{ ...challenge, timeLeft: 2 }], 'next page': 1 })).toEqual([]);
  expect(compare(one, { items: [challenge], 'next page': 2, constructor: true })).toEqual([
    {
      rule: '8-equal-headers',
      path: '["next page"]',
      sentence: '["next page"] is 1 with x-gft-api-key and 2 with gft-api-key, expected equal.',
    },
    {
      rule: '8-equal-headers',
      path: 'constructor',
      sentence: 'constructor is null or absent with x-gft-api-key and true with gft-api-key, expected equal.',
    },
  ]);
});

test('a program that lost what it is known by is still compared as one', () => {
  const { cards: _, ...cardless } = { ...challenge, timeLeft: 1 };
  const finding = {
    rule: '8-equal-headers',
    path: 'cards',
    sentence: 'cards is an array of 3 with x-gft-api-key and null or absent with gft-api-key, expected equal.',
  };

  expect(compare(challenge, cardless)).toEqual([finding]);
  expect(compare(cardless, challenge).map(({ path }) => path)).toEqual(['cards']);
});

test('what shares one property with a program is none', () => {
  expect(compare({ cards: [], page: 1 }, { cards: [], page: 2 }).map(({ path }) => path)).toEqual(['page']);
  expect(compare({ progressInPercentage: 1, page: 1 }, { progressInPercentage: 1, page: 2 })).toHaveLength(1);
});

test('at most ten differences are told', () => {
  expect(compare(Array(40).fill(1), Array(40).fill(2))).toHaveLength(10);
});
