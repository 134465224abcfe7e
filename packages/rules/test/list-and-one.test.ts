import type { CollectionChallengeProgressList } from '@giftoin/types';
import { expect, test } from 'vitest';
import { checkListAgainstOne } from '../src/index.ts';
import { badge, challenge, ember, frost, storm } from './elements-challenge.ts';

const weather = { ...challenge, id: 'program_weather' };

test('a program is in the list and answers the same alone', () => {
  expect(checkListAgainstOne([weather, challenge], 'program_elements', challenge)).toEqual([]);
});

test('a program is neither in the list nor answered alone', () => {
  expect(checkListAgainstOne([weather], 'program_elements', undefined)).toEqual([]);
  expect(checkListAgainstOne([], 'program_elements', undefined)).toEqual([]);
});

test('the time that is left may differ, even in being there', () => {
  const { timeLeft: _, ...timeless } = challenge;

  expect(checkListAgainstOne([challenge], 'program_elements', { ...challenge, timeLeft: 604799999 })).toEqual([]);
  expect(checkListAgainstOne([challenge], 'program_elements', timeless)).toEqual([]);
});

test('a program that is in the list and not found alone is found', () => {
  expect(checkListAgainstOne([weather, challenge], 'program_elements', undefined)).toEqual([
    {
      rule: '7-list-and-one',
      path: '',
      sentence: 'The program "program_elements" is in the list and answers 404 alone, expected 200.',
    },
  ]);
});

test('a program that answers alone and is not in the list is found', () => {
  expect(checkListAgainstOne([weather], 'program_elements', challenge)).toEqual([
    {
      rule: '7-list-and-one',
      path: '',
      sentence: 'The program "program_elements" answers 200 alone and is not in the list, expected both or neither.',
    },
  ]);
});

test('another program than the one that was asked for is found', () => {
  expect(checkListAgainstOne([challenge], 'program_elements', weather)).toEqual([
    {
      rule: '7-list-and-one',
      path: 'id',
      sentence: 'id is "program_weather" alone and "program_elements" in the list, expected equal.',
    },
  ]);
});

test('every difference is found, with its path in the answer for the one program', () => {
  const one = {
    ...challenge,
    cards: [ember, { ...frost, ownedQuantity: 5 }, storm],
    reward: { ...badge, value: 'GIFT' },
  };

  expect(checkListAgainstOne([challenge], 'program_elements', one)).toEqual([
    {
      rule: '7-list-and-one',
      path: 'cards[1].ownedQuantity',
      sentence: 'cards[1].ownedQuantity is 5 alone and 4 in the list, expected equal.',
    },
    {
      rule: '7-list-and-one',
      path: 'reward.value',
      sentence: 'reward.value is "GIFT" alone and null or absent in the list, expected equal.',
    },
  ]);
});

test('what is no list of programs is left to the schema', () => {
  for (const value of [{}, [null], [{}]]) {
    const list = value as unknown as CollectionChallengeProgressList;
    expect(checkListAgainstOne(list, 'program_elements', undefined)).toEqual([]);
  }
});
