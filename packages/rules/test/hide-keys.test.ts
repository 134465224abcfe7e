import { expect, test } from 'vitest';
import { checkProgress, hideKeys } from '../src/index.ts';
import { challenge, ember } from './elements-challenge.ts';

const repeated = (id: string) =>
  checkProgress({
    ...challenge,
    cards: [
      { ...ember, id },
      { ...ember, id },
    ],
  });

test('an API key in a sentence is hidden, as it is and as JSON has it', () => {
  expect(hideKeys(repeated('secret "0123"'), ['secret "0123"'])).toEqual([
    {
      rule: '2-unique-ids',
      path: 'cards[1].id',
      sentence: 'The card id "[API key]" is also that of cards[0], expected once in a program.',
    },
  ]);
});

test('an API key in a path is hidden', () => {
  expect(hideKeys([{ rule: '9-json', path: 'secret_0123', sentence: 'A sentence.' }], ['secret_0123'])).toEqual([
    { rule: '9-json', path: '[API key]', sentence: 'A sentence.' },
  ]);
});

test('a key that holds another is hidden whole', () => {
  expect(hideKeys(repeated('secret-0123'), ['secret-0', 'secret-0123'])).toEqual([
    {
      rule: '2-unique-ids',
      path: 'cards[1].id',
      sentence: 'The card id "[API key]" is also that of cards[0], expected once in a program.',
    },
  ]);
});

test('an empty or short key hides nothing', () => {
  expect(hideKeys(repeated('card_1'), ['', 'card'])).toEqual(repeated('card_1'));
});
