import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { expect, test } from 'vitest';
import { checkList, checkProgress } from '../src/index.ts';
import { challenge, ember, frost, storm } from './challenge-fixture.ts';

test('accepts a program that meets every requirement', () => {
  expect(checkProgress(challenge)).toEqual([]);
});

test('accepts new values of open sets, and unknown properties', () => {
  const future = {
    ...challenge,
    status: 'paused',
    environment: 'staging',
    seasons: [{ id: 1 }],
    cards: [{ ...ember, rarity: 'mythic', foil: true }],
  };

  expect(checkProgress(future)).toEqual([]);
});

test('returns the violations in the order of the requirements', () => {
  const broken = {
    ...challenge,
    progressInPercentage: 67,
    timeLeft: null,
    cards: [ember, { ...frost, isOwned: false }, storm],
  };

  expect(checkProgress(broken)).toEqual([
    {
      code: 'percentage-not-rounded-down',
      requirement: '1-counts',
      path: 'progressInPercentage',
      values: { actual: 67, expected: 66, collectedCount: 2, size: 3 },
      message: 'progressInPercentage is 67. Expected 66: collectedCount 2 of size 3, rounded down.',
    },
    {
      code: 'quantity-without-owned',
      requirement: '3-ownership',
      path: 'cards[1].isOwned',
      values: { actual: false, ownedQuantity: 4 },
      message: 'isOwned is false. Expected true, because ownedQuantity is 4.',
    },
    {
      code: 'too-many-missing-cards',
      requirement: '4-listed-cards',
      path: 'cards',
      values: { actual: 2, expected: 1, size: 3, collectedCount: 2 },
      message: 'cards has 2 cards that are not owned. Expected at most 1: size 3 minus collectedCount 2.',
    },
    {
      code: 'time-left-missing',
      requirement: '6-duration',
      path: 'timeLeft',
      values: {},
      message: 'timeLeft is null or absent. Expected milliseconds, because duration.end is not null.',
    },
  ]);
});

test('accepts an empty list', () => {
  expect(checkList([])).toEqual([]);
});

test('returns paths that start with the index of the item for a list', () => {
  const broken = { ...challenge, id: 'program_weather', cards: [ember, frost, { ...storm, isOwned: true }] };

  expect(checkList([challenge, broken])).toEqual([
    {
      code: 'owned-without-quantity',
      requirement: '3-ownership',
      path: '[1].cards[2].isOwned',
      values: { actual: true, ownedQuantity: 0 },
      message: 'isOwned is true. Expected false, because ownedQuantity is 0.',
    },
    {
      code: 'too-many-owned-cards',
      requirement: '4-listed-cards',
      path: '[1].cards',
      values: { actual: 3, collectedCount: 2 },
      message: 'cards has 3 owned cards. Expected at most 2, the collectedCount.',
    },
  ]);
});

test('skips parts that are missing or null', () => {
  const unfit = [
    {},
    { size: 1.5, collectedCount: 1 },
    { size: 1, collectedCount: 0.5 },
    null,
    'text',
    { cards: null, reward: {}, duration: {} },
    { cards: [null, {}], duration: null },
  ];

  for (const value of unfit) expect(checkProgress(value as unknown as CollectionChallengeProgress)).toEqual([]);
  expect(checkList(unfit as unknown as CollectionChallengeProgressList)).toEqual([]);
  expect(checkList({} as unknown as CollectionChallengeProgressList)).toEqual([]);
});
