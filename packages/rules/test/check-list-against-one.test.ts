import type { CollectionChallengeProgressList } from '@giftoin/types';
import { expect, test } from 'vitest';
import { checkListAgainstOne } from '../src/index.ts';
import { badge, challenge, ember, frost, storm } from './challenge-fixture.ts';

const weather = { ...challenge, id: 'program_weather' };

test('accepts a program that is in the list and equal alone', () => {
  expect(checkListAgainstOne([weather, challenge], 'program_elements', challenge)).toEqual([]);
});

test('accepts a program that is missing from the list and not found alone', () => {
  expect(checkListAgainstOne([weather], 'program_elements', undefined)).toEqual([]);
  expect(checkListAgainstOne([], 'program_elements', undefined)).toEqual([]);
});

test('ignores timeLeft, even if it is absent in one response', () => {
  const { timeLeft: _, ...timeless } = challenge;

  expect(checkListAgainstOne([challenge], 'program_elements', { ...challenge, timeLeft: 604799999 })).toEqual([]);
  expect(checkListAgainstOne([challenge], 'program_elements', timeless)).toEqual([]);
});

test('finds a program that is in the list but not found alone', () => {
  expect(checkListAgainstOne([weather, challenge], 'program_elements', undefined)).toEqual([
    {
      code: 'listed-but-not-found',
      requirement: '7-list-and-one',
      path: '',
      values: { programId: 'program_elements' },
      message: 'The program "program_elements" is in the list, but its own URL returned 404. Expected 200.',
    },
  ]);
});

test('finds a program that is found alone but not in the list', () => {
  expect(checkListAgainstOne([weather], 'program_elements', challenge)).toEqual([
    {
      code: 'found-but-not-listed',
      requirement: '7-list-and-one',
      path: '',
      values: { programId: 'program_elements' },
      message:
        'The program "program_elements" is not in the list, but its own URL returned 200. Expected both or neither.',
    },
  ]);
});

test('finds a response with another program than the requested one', () => {
  expect(checkListAgainstOne([challenge], 'program_elements', weather)).toEqual([
    {
      code: 'list-item-differs',
      requirement: '7-list-and-one',
      path: 'id',
      values: { alone: '"program_weather"', inList: '"program_elements"' },
      message: 'id is "program_weather" alone and "program_elements" in the list. Expected equal values.',
    },
  ]);
});

test('finds every difference, with its path in the response for the one program', () => {
  const one = {
    ...challenge,
    cards: [ember, { ...frost, ownedQuantity: 5 }, storm],
    reward: { ...badge, value: 'GIFT' },
  };

  expect(checkListAgainstOne([challenge], 'program_elements', one)).toEqual([
    {
      code: 'list-item-differs',
      requirement: '7-list-and-one',
      path: 'cards[1].ownedQuantity',
      values: { alone: '5', inList: '4' },
      message: 'cards[1].ownedQuantity is 5 alone and 4 in the list. Expected equal values.',
    },
    {
      code: 'list-item-differs',
      requirement: '7-list-and-one',
      path: 'reward.value',
      values: { alone: '"GIFT"', inList: 'null or absent' },
      message: 'reward.value is "GIFT" alone and null or absent in the list. Expected equal values.',
    },
  ]);
});

test('skips a body that is not a list of programs', () => {
  for (const value of [{}, [null], [{}]]) {
    const list = value as unknown as CollectionChallengeProgressList;
    expect(checkListAgainstOne(list, 'program_elements', undefined)).toEqual([]);
  }
});
