import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { challenge } from './elements-challenge.ts';

test('the counts hold where the percentage is the share of the collection, rounded down', () => {
  const counts = (size: number, collectedCount: number, progressInPercentage: number) =>
    checkProgress({ ...challenge, cards: [], size, collectedCount, progressInPercentage });

  expect(counts(3, 0, 0)).toEqual([]);
  expect(counts(3, 0, -0)).toEqual([]);
  expect(counts(3, 1, 33)).toEqual([]);
  expect(counts(3, 2, 66)).toEqual([]);
  expect(counts(3, 3, 100)).toEqual([]);
  expect(counts(200, 199, 99)).toEqual([]);
  expect(counts(100, 29, 29)).toEqual([]);
  expect(counts(0, 0, 0)).toEqual([]);
});

test('a percentage that is rounded up is found', () => {
  const oneOfThree = { ...challenge, cards: [], collectedCount: 1, progressInPercentage: 34 };

  expect(checkProgress(oneOfThree)).toEqual([
    {
      rule: '1-counts',
      path: 'progressInPercentage',
      sentence: 'progressInPercentage is 34, expected 33: collectedCount 1 of size 3, rounded down.',
    },
  ]);
});

test('a percentage of 100 for an incomplete collection is found', () => {
  const almost = { ...challenge, cards: [], size: 200, collectedCount: 199, progressInPercentage: 100 };

  expect(checkProgress(almost)).toEqual([
    {
      rule: '1-counts',
      path: 'progressInPercentage',
      sentence: 'progressInPercentage is 100, expected 99: collectedCount 199 of size 200, rounded down.',
    },
  ]);
});

test('a percentage that is below the share is found', () => {
  expect(checkProgress({ ...challenge, progressInPercentage: 65 })).toEqual([
    {
      rule: '1-counts',
      path: 'progressInPercentage',
      sentence: 'progressInPercentage is 65, expected 66: collectedCount 2 of size 3, rounded down.',
    },
  ]);
});

test('a percentage above 0 for a collection of size 0 is found', () => {
  const empty = { ...challenge, cards: [], size: 0, collectedCount: 0, progressInPercentage: 100 };

  expect(checkProgress(empty)).toEqual([
    {
      rule: '1-counts',
      path: 'progressInPercentage',
      sentence: 'progressInPercentage is 100, expected 0: collectedCount 0 of size 0, rounded down.',
    },
  ]);
});

test('a count above the size is found, without an opinion on the percentage', () => {
  const above = { ...challenge, cards: [], collectedCount: 4, progressInPercentage: 100 };

  expect(checkProgress(above)).toEqual([
    { rule: '1-counts', path: 'collectedCount', sentence: 'collectedCount is 4, expected at most 3, the size.' },
  ]);
});

test('the percentage of counts that floats cannot multiply is exact', () => {
  const huge = {
    ...challenge,
    cards: [],
    size: 9007199254740991,
    collectedCount: 9007199254740990,
    progressInPercentage: 100,
  };

  expect(checkProgress(huge)).toEqual([
    {
      rule: '1-counts',
      path: 'progressInPercentage',
      sentence:
        'progressInPercentage is 100, expected 99: collectedCount 9007199254740990 of size 9007199254740991, rounded down.',
    },
  ]);
});
