import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { challenge, ember, frost, storm } from './elements-challenge.ts';

const mist = { ...storm, id: 'card_mist' };

test('a part of the collection may be listed', () => {
  expect(checkProgress({ ...challenge, cards: [] })).toEqual([]);
  expect(checkProgress({ ...challenge, cards: [frost] })).toEqual([]);
  expect(checkProgress({ ...challenge, cards: [storm] })).toEqual([]);
});

test('more cards than the collection has are found', () => {
  // Neither owned nor not owned, which only an answer that breaks its schema has: no other clause can hide this one.
  const unclear = { ...mist, isOwned: null as unknown as boolean, ownedQuantity: null as unknown as number };

  expect(checkProgress({ ...challenge, cards: [ember, frost, storm, unclear] })).toEqual([
    { rule: '4-listed-cards', path: 'cards', sentence: 'cards has 4 cards, expected at most 3, the size.' },
  ]);
});

test('more owned cards than are collected are found', () => {
  expect(checkProgress({ ...challenge, cards: [ember, frost], collectedCount: 1, progressInPercentage: 33 })).toEqual([
    {
      rule: '4-listed-cards',
      path: 'cards',
      sentence: 'cards has 2 owned cards, expected at most 1, the collectedCount.',
    },
  ]);
});

test('more cards not owned than are left to collect are found', () => {
  expect(checkProgress({ ...challenge, cards: [storm, mist] })).toEqual([
    {
      rule: '4-listed-cards',
      path: 'cards',
      sentence: 'cards has 2 cards that are not owned, expected at most 1: size 3 less collectedCount 2.',
    },
  ]);
});

test('a collected count above the size says nothing more of the listed cards', () => {
  expect(checkProgress({ ...challenge, cards: [ember], collectedCount: 4 })).toEqual([
    { rule: '1-counts', path: 'collectedCount', sentence: 'collectedCount is 4, expected at most 3, the size.' },
  ]);
});
