import { expect, test } from 'vitest';
import { checkList, checkProgress } from '../src/index.ts';
import { challenge, ember, frost, storm } from './elements-challenge.ts';

test('ids that differ in case alone are different', () => {
  expect(checkProgress({ ...challenge, cards: [ember, { ...frost, id: 'card_EMBER' }] })).toEqual([]);
  expect(checkList([challenge, { ...challenge, id: 'program_ELEMENTS' }])).toEqual([]);
});

test('every repetition of a card id is found, with the place of the first', () => {
  const cards = [ember, { ...frost, id: 'card_ember' }, { ...storm, id: 'card_ember' }];

  expect(checkProgress({ ...challenge, cards })).toEqual([
    {
      rule: '2-unique-ids',
      path: 'cards[1].id',
      sentence: 'The card id "card_ember" is also that of cards[0], expected once in a program.',
    },
    {
      rule: '2-unique-ids',
      path: 'cards[2].id',
      sentence: 'The card id "card_ember" is also that of cards[0], expected once in a program.',
    },
  ]);
});

test('the same card in two programs is no repetition', () => {
  expect(checkList([challenge, { ...challenge, id: 'program_weather' }])).toEqual([]);
});

test('a program that occurs twice in the list is found', () => {
  expect(checkList([challenge, { ...challenge, id: 'program_weather' }, challenge])).toEqual([
    {
      rule: '2-unique-ids',
      path: '[2].id',
      sentence: 'The program id "program_elements" is also that of [0], expected once in the list.',
    },
  ]);
});
