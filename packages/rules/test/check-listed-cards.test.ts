import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { challenge, ember, frost, storm } from './challenge-fixture.ts';

const mist = { ...storm, id: 'card_mist' };

test('accepts a part of the collection', () => {
  expect(checkProgress({ ...challenge, cards: [] })).toEqual([]);
  expect(checkProgress({ ...challenge, cards: [frost] })).toEqual([]);
  expect(checkProgress({ ...challenge, cards: [storm] })).toEqual([]);
});

test('finds more cards than the collection has', () => {
  // Invalid by the schema, so that the card does not count as owned or as not owned.
  const unclear = { ...mist, isOwned: null as unknown as boolean, ownedQuantity: null as unknown as number };

  expect(checkProgress({ ...challenge, cards: [ember, frost, storm, unclear] })).toEqual([
    {
      code: 'too-many-cards',
      requirement: '4-listed-cards',
      path: 'cards',
      values: { actual: 4, size: 3 },
      message: 'cards has 4 cards. Expected at most 3, the size.',
    },
  ]);
});

test('finds more owned cards than collectedCount', () => {
  expect(checkProgress({ ...challenge, cards: [ember, frost], collectedCount: 1, progressInPercentage: 33 })).toEqual([
    {
      code: 'too-many-owned-cards',
      requirement: '4-listed-cards',
      path: 'cards',
      values: { actual: 2, collectedCount: 1 },
      message: 'cards has 2 owned cards. Expected at most 1, the collectedCount.',
    },
  ]);
});

test('finds more cards that are not owned than are left to collect', () => {
  expect(checkProgress({ ...challenge, cards: [storm, mist] })).toEqual([
    {
      code: 'too-many-missing-cards',
      requirement: '4-listed-cards',
      path: 'cards',
      values: { actual: 2, expected: 1, size: 3, collectedCount: 2 },
      message: 'cards has 2 cards that are not owned. Expected at most 1: size 3 minus collectedCount 2.',
    },
  ]);
});

test('finds only the collectedCount if it is above size', () => {
  expect(checkProgress({ ...challenge, cards: [ember], collectedCount: 4 })).toEqual([
    {
      code: 'collected-count-above-size',
      requirement: '1-counts',
      path: 'collectedCount',
      values: { actual: 4, size: 3 },
      message: 'collectedCount is 4. Expected at most 3, the size.',
    },
  ]);
});
