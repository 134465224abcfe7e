import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { challenge } from './challenge-fixture.ts';

test('accepts a percentage that is collectedCount / size, rounded down', () => {
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

test('finds a percentage that is rounded up', () => {
  const oneOfThree = { ...challenge, cards: [], collectedCount: 1, progressInPercentage: 34 };

  expect(checkProgress(oneOfThree)).toEqual([
    {
      code: 'percentage-not-rounded-down',
      requirement: '1-counts',
      path: 'progressInPercentage',
      values: { actual: 34, expected: 33, collectedCount: 1, size: 3 },
      message: 'progressInPercentage is 34. Expected 33: collectedCount 1 of size 3, rounded down.',
    },
  ]);
});

test('finds a percentage of 100 for an incomplete collection', () => {
  const almost = { ...challenge, cards: [], size: 200, collectedCount: 199, progressInPercentage: 100 };

  expect(checkProgress(almost)).toEqual([
    {
      code: 'percentage-not-rounded-down',
      requirement: '1-counts',
      path: 'progressInPercentage',
      values: { actual: 100, expected: 99, collectedCount: 199, size: 200 },
      message: 'progressInPercentage is 100. Expected 99: collectedCount 199 of size 200, rounded down.',
    },
  ]);
});

test('finds a percentage that is too low', () => {
  expect(checkProgress({ ...challenge, progressInPercentage: 65 })).toEqual([
    {
      code: 'percentage-not-rounded-down',
      requirement: '1-counts',
      path: 'progressInPercentage',
      values: { actual: 65, expected: 66, collectedCount: 2, size: 3 },
      message: 'progressInPercentage is 65. Expected 66: collectedCount 2 of size 3, rounded down.',
    },
  ]);
});

test('finds a percentage above 0 for a collection of size 0', () => {
  const empty = { ...challenge, cards: [], size: 0, collectedCount: 0, progressInPercentage: 100 };

  expect(checkProgress(empty)).toEqual([
    {
      code: 'percentage-not-rounded-down',
      requirement: '1-counts',
      path: 'progressInPercentage',
      values: { actual: 100, expected: 0, collectedCount: 0, size: 0 },
      message: 'progressInPercentage is 100. Expected 0: collectedCount 0 of size 0, rounded down.',
    },
  ]);
});

test('finds a collectedCount above size, and does not check the percentage then', () => {
  const above = { ...challenge, cards: [], collectedCount: 4, progressInPercentage: 100 };

  expect(checkProgress(above)).toEqual([
    {
      code: 'collected-count-above-size',
      requirement: '1-counts',
      path: 'collectedCount',
      values: { actual: 4, size: 3 },
      message: 'collectedCount is 4. Expected at most 3, the size.',
    },
  ]);
});

test('calculates exactly with counts that floats cannot multiply', () => {
  const huge = {
    ...challenge,
    cards: [],
    size: 9007199254740991,
    collectedCount: 9007199254740990,
    progressInPercentage: 100,
  };

  expect(checkProgress(huge)).toEqual([
    {
      code: 'percentage-not-rounded-down',
      requirement: '1-counts',
      path: 'progressInPercentage',
      values: { actual: 100, expected: 99, collectedCount: 9007199254740990, size: 9007199254740991 },
      message:
        'progressInPercentage is 100. Expected 99: collectedCount 9007199254740990 of size 9007199254740991, rounded down.',
    },
  ]);
});
