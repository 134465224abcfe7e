import { expect, test } from 'vitest';
import { checkProgress, createKeyRedactor, type RuleViolation, redactViolations } from '../src/index.ts';
import { challenge, ember } from './challenge-fixture.ts';

const createDuplicate = (id: string) =>
  checkProgress({
    ...challenge,
    cards: [
      { ...ember, id },
      { ...ember, id },
    ],
  });

test('redacts an API key in a message and in values, as it is and with JSON escapes', () => {
  expect(redactViolations(createDuplicate('secret "0123"'), createKeyRedactor(['secret "0123"']))).toEqual([
    {
      code: 'duplicate-card-id',
      requirement: '2-unique-ids',
      path: 'cards[1].id',
      values: { id: '[API key]', firstPath: 'cards[0]' },
      message: 'The card ID "[API key]" is also the ID of cards[0]. Expected unique card IDs.',
    },
  ]);
});

const violation: RuleViolation = {
  code: 'body-differs',
  requirement: '8-equal-headers',
  path: '',
  message: 'A message.',
};

test('redacts an API key in a path', () => {
  expect(redactViolations([{ ...violation, path: 'secret_0123' }], createKeyRedactor(['secret_0123']))).toEqual([
    { ...violation, path: '[API key]' },
  ]);
});

test('redacts the whole of a key that contains another key', () => {
  expect(redactViolations(createDuplicate('secret-0123'), createKeyRedactor(['secret-0', 'secret-0123']))).toEqual([
    {
      code: 'duplicate-card-id',
      requirement: '2-unique-ids',
      path: 'cards[1].id',
      values: { id: '[API key]', firstPath: 'cards[0]' },
      message: 'The card ID "[API key]" is also the ID of cards[0]. Expected unique card IDs.',
    },
  ]);
});

test('redacts nothing for an empty or short key', () => {
  expect(redactViolations(createDuplicate('card_1'), createKeyRedactor(['', 'card']))).toEqual(
    createDuplicate('card_1'),
  );
});
