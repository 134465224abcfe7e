import { expect, test } from 'vitest';
import { checkList, checkProgress } from '../src/index.ts';
import { challenge, ember, frost, storm } from './challenge-fixture.ts';

test('accepts IDs that differ only in case', () => {
  expect(checkProgress({ ...challenge, cards: [ember, { ...frost, id: 'card_EMBER' }] })).toEqual([]);
  expect(checkList([challenge, { ...challenge, id: 'program_ELEMENTS' }])).toEqual([]);
});

test('finds every duplicate of a card ID, with the path of the first', () => {
  const cards = [ember, { ...frost, id: 'card_ember' }, { ...storm, id: 'card_ember' }];

  expect(checkProgress({ ...challenge, cards })).toEqual([
    {
      code: 'duplicate-card-id',
      requirement: '2-unique-ids',
      path: 'cards[1].id',
      values: { id: 'card_ember', firstPath: 'cards[0]' },
      message: 'The card ID "card_ember" is also the ID of cards[0]. Expected unique card IDs.',
    },
    {
      code: 'duplicate-card-id',
      requirement: '2-unique-ids',
      path: 'cards[2].id',
      values: { id: 'card_ember', firstPath: 'cards[0]' },
      message: 'The card ID "card_ember" is also the ID of cards[0]. Expected unique card IDs.',
    },
  ]);
});

test('accepts the same card in two programs', () => {
  expect(checkList([challenge, { ...challenge, id: 'program_weather' }])).toEqual([]);
});

test('finds a program that is twice in the list', () => {
  expect(checkList([challenge, { ...challenge, id: 'program_weather' }, challenge])).toEqual([
    {
      code: 'duplicate-program-id',
      requirement: '2-unique-ids',
      path: '[2].id',
      values: { id: 'program_elements', firstPath: '[0]' },
      message: 'The program ID "program_elements" is also the ID of [0]. Expected unique program IDs.',
    },
  ]);
});
