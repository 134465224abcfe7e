import { expect, test } from 'vitest';
import { checkEqualHeaders, createKeyRedactor, type RuleViolation } from '../src/index.ts';
import { badge, challenge, ember, frost, storm } from './challenge-fixture.ts';

const error = { status: { timestamp: 1798156800000, errorCode: 1001, errorMessage: 'The API key is not known.' } };

function compare(one: unknown, other: unknown, keysSent: string[] = []): RuleViolation[] {
  return checkEqualHeaders(
    { header: 'x-gft-api-key', status: 200, body: one },
    { header: 'gft-api-key', status: 200, body: other },
    createKeyRedactor(keysSent),
  );
}

test('accepts equal programs, lists and errors', () => {
  expect(compare(challenge, structuredClone(challenge))).toEqual([]);
  expect(compare([challenge], [structuredClone(challenge)])).toEqual([]);
  expect(compare(error, structuredClone(error))).toEqual([]);
});

test('treats an absent property like null', () => {
  const { reward: _, ...without } = challenge;
  const { value: __, claimedTimestamp: ___, ...bare } = badge;

  expect(compare({ ...challenge, reward: null }, without)).toEqual([]);
  expect(compare(challenge, { ...challenge, reward: bare })).toEqual([]);
});

test('ignores the order of properties, timeLeft and unknown properties', () => {
  const reversed = Object.fromEntries(Object.entries(challenge).reverse());

  expect(compare(challenge, reversed)).toEqual([]);
  expect(compare(challenge, { ...challenge, timeLeft: 1 })).toEqual([]);
  expect(compare([{ ...challenge, requestId: 1 }], [{ ...challenge, requestId: 2 }])).toEqual([]);
  expect(compare(challenge, { ...challenge, cards: [{ ...ember, requestId: 2 }, frost, storm] })).toEqual([]);
});

test('ignores the timestamp and unknown properties of an error', () => {
  const { errorCode, errorMessage } = error.status;

  expect(compare(error, { status: { timestamp: '1798156800001', errorCode, errorMessage }, requestId: 2 })).toEqual([]);
});

test('treats numbers as equal that are equal in JSON', () => {
  expect(compare({ ...challenge, collectedCount: 0 }, { ...challenge, collectedCount: -0 })).toEqual([]);
});

const texts = Object.entries(challenge).flatMap(([name, value]) => (typeof value === 'string' ? [name] : []));
const { start, end } = challenge.duration;
test.each([
  ...texts.map((name): [string, unknown] => [name, { ...challenge, [name]: 'x' }]),
  ['size', { ...challenge, size: 9 }],
  ['cards[0].name', { ...challenge, cards: [{ ...ember, name: 'x' }, frost, storm] }],
  ['cards[0].id', { ...challenge, cards: [{ ...ember, id: 'x' }, frost, storm] }],
  ['cards[0].image', { ...challenge, cards: [{ ...ember, image: 'https://x' }, frost, storm] }],
  ['cards[0].ownedQuantity', { ...challenge, cards: [{ ...ember, ownedQuantity: 9 }, frost, storm] }],
  ['cards[0].isOwned', { ...challenge, cards: [{ ...ember, isOwned: false }, frost, storm] }],
  ['cards[0].rarity', { ...challenge, cards: [{ ...ember, rarity: 'x' }, frost, storm] }],
  ['progressInPercentage', { ...challenge, progressInPercentage: 9 }],
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
  ['collectedCount', { ...challenge, collectedCount: 9 }],
  ['duration.start.date', { ...challenge, duration: { start: { ...start, date: 9 }, end } }],
  ['duration.start.showBefore', { ...challenge, duration: { start: { ...start, showBefore: false }, end } }],
  ['duration.end.date', { ...challenge, duration: { start, end: { ...end, date: 9 } } }],
  ['duration.end.showAfter', { ...challenge, duration: { start, end: { ...end, showAfter: false } } }],
])('finds a difference in %s', (path, other) => {
  expect(compare(challenge, other).map((finding) => finding.path)).toEqual([path]);
});

test('finds different status codes, and compares nothing else then', () => {
  const one = { header: 'x-gft-api-key', status: 200, body: challenge };
  const other = { header: 'x-gft_api_key', status: 401, body: error };

  expect(checkEqualHeaders(one, other)).toEqual([
    {
      code: 'status-differs',
      requirement: '8-equal-headers',
      path: '',
      values: { first: 200, second: 401 },
      message: 'The status code is 200 with x-gft-api-key and 401 with x-gft_api_key. Expected equal status codes.',
    },
  ]);
});

test('compares the order of cards', () => {
  expect(compare({ ...challenge, cards: [ember] }, { ...challenge, cards: [frost] }).map(({ path }) => path)).toEqual([
    'cards[0].name',
    'cards[0].id',
    'cards[0].image',
    'cards[0].ownedQuantity',
    'cards[0].rarity',
  ]);
});

test('reports arrays of different lengths as one difference', () => {
  expect(compare([challenge], [{ ...challenge, cards: [ember, frost] }])).toEqual([
    {
      code: 'body-differs',
      requirement: '8-equal-headers',
      path: '[0].cards',
      values: { first: 'an array of length 3', second: 'an array of length 2' },
      message:
        '[0].cards is an array of length 3 with x-gft-api-key and an array of length 2 with gft-api-key. Expected equal values.',
    },
  ]);
});

test('finds different errors', () => {
  expect(compare(error, { status: { ...error.status, errorCode: 1002 } })).toEqual([
    {
      code: 'body-differs',
      requirement: '8-equal-headers',
      path: 'status.errorCode',
      values: { first: '1001', second: '1002' },
      message: 'status.errorCode is 1001 with x-gft-api-key and 1002 with gft-api-key. Expected equal values.',
    },
  ]);
});

test('reports a missing part as one difference', () => {
  expect(compare(challenge, { ...challenge, duration: { ...challenge.duration, end: null } })).toEqual([
    {
      code: 'body-differs',
      requirement: '8-equal-headers',
      path: 'duration.end',
      values: { first: 'an object', second: 'null or absent' },
      message:
        'duration.end is an object with x-gft-api-key and null or absent with gft-api-key. Expected equal values.',
    },
  ]);
});

test('reports bodies of different types as one difference', () => {
  expect(compare([challenge], challenge)).toEqual([
    {
      code: 'body-differs',
      requirement: '8-equal-headers',
      path: '',
      values: { first: 'an array of length 1', second: 'an object' },
      message:
        'The body is an array of length 1 with x-gft-api-key and an object with gft-api-key. Expected equal values.',
    },
  ]);
});

test('redacts the API key in an error message', () => {
  const one = { status: { ...error.status, errorMessage: 'Unknown: say "key"-0123 in x-gft-api-key.' } };
  const other = { status: { ...error.status, errorMessage: 'Unknown: say "key"-0123 in gft-api-key.' } };

  expect(compare(one, other, ['say "key"-0123'])).toEqual([
    {
      code: 'body-differs',
      requirement: '8-equal-headers',
      path: 'status.errorMessage',
      values: {
        first: '"Unknown: [API key] in x-gft-api-key."',
        second: '"Unknown: [API key] in gft-api-key."',
      },
      message:
        'status.errorMessage is "Unknown: [API key] in x-gft-api-key." with x-gft-api-key and "Unknown: [API key] in gft-api-key." with gft-api-key. Expected equal values.',
    },
  ]);
});

test('compares all properties of an unknown object, but programs in it by the documented properties', () => {
  const one = { page: null, 'next page': 1, items: [{ ...challenge, timeLeft: 1 }] };

  expect(compare(one, { items: [{ ...challenge, timeLeft: 2 }], 'next page': 1 })).toEqual([]);
  expect(compare(one, { items: [challenge], 'next page': 2, constructor: true })).toEqual([
    {
      code: 'body-differs',
      requirement: '8-equal-headers',
      path: '["next page"]',
      values: { first: '1', second: '2' },
      message: '["next page"] is 1 with x-gft-api-key and 2 with gft-api-key. Expected equal values.',
    },
    {
      code: 'body-differs',
      requirement: '8-equal-headers',
      path: 'constructor',
      values: { first: 'null or absent', second: 'true' },
      message: 'constructor is null or absent with x-gft-api-key and true with gft-api-key. Expected equal values.',
    },
  ]);
});

test('compares a program as one if the other response lacks its cards', () => {
  const { cards: _, ...cardless } = { ...challenge, timeLeft: 1 };
  const violation = {
    code: 'body-differs',
    requirement: '8-equal-headers',
    path: 'cards',
    values: { first: 'an array of length 3', second: 'null or absent' },
    message:
      'cards is an array of length 3 with x-gft-api-key and null or absent with gft-api-key. Expected equal values.',
  };

  expect(compare(challenge, cardless)).toEqual([violation]);
  expect(compare(cardless, challenge).map(({ path }) => path)).toEqual(['cards']);
});

test('compares an object that shares one property with a program by all properties', () => {
  expect(compare({ cards: [], page: 1 }, { cards: [], page: 2 }).map(({ path }) => path)).toEqual(['page']);
  expect(compare({ progressInPercentage: 1, page: 1 }, { progressInPercentage: 1, page: 2 })).toHaveLength(1);
});

test('returns at most ten differences', () => {
  expect(compare(Array(40).fill(1), Array(40).fill(2))).toHaveLength(10);
});
