import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { challenge, ember, frost, storm } from './challenge-fixture.ts';

test('accepts an owned card from the first copy on', () => {
  const cards = [
    { ...ember, ownedQuantity: 1 },
    { ...frost, ownedQuantity: 2147483647 },
    { ...storm, ownedQuantity: -0 },
  ];

  expect(checkProgress({ ...challenge, cards })).toEqual([]);
});

test('finds an owned card without a copy', () => {
  expect(checkProgress({ ...challenge, cards: [ember, { ...frost, ownedQuantity: 0 }] })).toEqual([
    {
      code: 'owned-without-quantity',
      requirement: '3-ownership',
      path: 'cards[1].isOwned',
      values: { actual: true, ownedQuantity: 0 },
      message: 'isOwned is true. Expected false, because ownedQuantity is 0.',
    },
  ]);
});

test('finds a copy of a card that is not owned', () => {
  expect(checkProgress({ ...challenge, cards: [ember, frost, { ...storm, ownedQuantity: 2 }] })).toEqual([
    {
      code: 'quantity-without-owned',
      requirement: '3-ownership',
      path: 'cards[2].isOwned',
      values: { actual: false, ownedQuantity: 2 },
      message: 'isOwned is false. Expected true, because ownedQuantity is 2.',
    },
  ]);
});
