import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { expect, test } from 'vitest';
import { checkList, checkProgress } from '../src/index.ts';
import { challenge, ember, frost, storm } from './elements-challenge.ts';

test('a program that keeps every statement has no findings', () => {
  expect(checkProgress(challenge)).toEqual([]);
});

test('new values of the open sets and unknown properties are nothing to find', () => {
  const future = {
    ...challenge,
    status: 'paused',
    environment: 'staging',
    seasons: [{ id: 1 }],
    cards: [{ ...ember, rarity: 'mythic', foil: true }],
  };

  expect(checkProgress(future)).toEqual([]);
});

test('the findings of a program come in the order of the statements', () => {
  const broken = {
    ...challenge,
    progressInPercentage: 67,
    timeLeft: null,
    cards: [ember, { ...frost, isOwned: false }, storm],
  };

  expect(checkProgress(broken)).toEqual([
    {
      rule: '1-counts',
      path: 'progressInPercentage',
      sentence: 'progressInPercentage is 67, expected 66: collectedCount 2 of size 3, rounded down.',
    },
    {
      rule: '3-ownership',
      path: 'cards[1].isOwned',
      sentence: 'isOwned is false where ownedQuantity is 4, expected true.',
    },
    {
      rule: '4-listed-cards',
      path: 'cards',
      sentence: 'cards has 2 cards that are not owned, expected at most 1: size 3 less collectedCount 2.',
    },
    {
      rule: '6-duration',
      path: 'timeLeft',
      sentence: 'timeLeft is null or absent where duration.end is not null, expected milliseconds.',
    },
  ]);
});

test('a list without programs has no findings', () => {
  expect(checkList([])).toEqual([]);
});

test('the findings of a list have paths that start with the index of the item', () => {
  const broken = { ...challenge, id: 'program_weather', cards: [ember, frost, { ...storm, isOwned: true }] };

  expect(checkList([challenge, broken])).toEqual([
    {
      rule: '3-ownership',
      path: '[1].cards[2].isOwned',
      sentence: 'isOwned is true where ownedQuantity is 0, expected false.',
    },
    {
      rule: '4-listed-cards',
      path: '[1].cards',
      sentence: 'cards has 3 owned cards, expected at most 2, the collectedCount.',
    },
  ]);
});

test('parts that are missing or null are left to the schema', () => {
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
