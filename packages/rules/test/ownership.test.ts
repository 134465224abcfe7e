import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { challenge, ember, frost, storm } from './elements-challenge.ts';

test('a card is owned from the first copy on', () => {
  const cards = [
    { ...ember, ownedQuantity: 1 },
    { ...frost, ownedQuantity: 2147483647 },
    { ...storm, ownedQuantity: -0 },
  ];

  expect(checkProgress({ ...challenge, cards })).toEqual([]);
});

test('an owned card without a copy is found', () => {
  expect(checkProgress({ ...challenge, cards: [ember, { ...frost, ownedQuantity: 0 }] })).toEqual([
    {
      rule: '3-ownership',
      path: 'cards[1].isOwned',
      sentence: 'isOwned is true where ownedQuantity is 0, expected false.',
    },
  ]);
});

test('a copy of a card that is not owned is found', () => {
  expect(checkProgress({ ...challenge, cards: [ember, frost, { ...storm, ownedQuantity: 2 }] })).toEqual([
    {
      rule: '3-ownership',
      path: 'cards[2].isOwned',
      sentence: 'isOwned is false where ownedQuantity is 2, expected true.',
    },
  ]);
});
