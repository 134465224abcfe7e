import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { badge, challenge } from './elements-challenge.ts';

const complete = { ...challenge, cards: [], collectedCount: 3, progressInPercentage: 100 };
const claimed = { ...badge, isClaimed: true, claimedTimestamp: 1798137000000 };

test('the reward of a complete collection can be claimed, is claimed, or waits', () => {
  expect(checkProgress({ ...complete, reward: { ...badge, canClaim: true } })).toEqual([]);
  expect(checkProgress({ ...complete, reward: claimed })).toEqual([]);
  expect(checkProgress({ ...complete, reward: badge })).toEqual([]);
});

test('a claimed reward may belong to a collection that is not complete, and its time may be 0', () => {
  expect(checkProgress({ ...challenge, reward: { ...claimed, claimedTimestamp: 0 } })).toEqual([]);
});

test('a reward that is not claimed may have a time, as on the page of the provider', () => {
  expect(checkProgress({ ...challenge, reward: { ...badge, claimedTimestamp: 1 } })).toEqual([]);
});

test('there may be no reward', () => {
  const { reward: _, ...without } = complete;

  expect(checkProgress({ ...complete, reward: null })).toEqual([]);
  expect(checkProgress(without)).toEqual([]);
});

test('a reward that can be claimed before the collection is complete is found', () => {
  expect(checkProgress({ ...challenge, reward: { ...badge, canClaim: true } })).toEqual([
    {
      rule: '5-reward',
      path: 'reward.canClaim',
      sentence:
        'canClaim is true where collectedCount is 2 and size is 3, expected only for a complete collection with cards.',
    },
  ]);
});

test('a reward that can be claimed for a collection of size 0 is found', () => {
  const empty = { ...challenge, cards: [], size: 0, collectedCount: 0, progressInPercentage: 0 };

  expect(checkProgress({ ...empty, reward: { ...badge, canClaim: true } })).toEqual([
    {
      rule: '5-reward',
      path: 'reward.canClaim',
      sentence:
        'canClaim is true where collectedCount is 0 and size is 0, expected only for a complete collection with cards.',
    },
  ]);
});

test('a reward that can be claimed twice is found', () => {
  expect(checkProgress({ ...complete, reward: { ...claimed, canClaim: true } })).toEqual([
    {
      rule: '5-reward',
      path: 'reward.canClaim',
      sentence: 'canClaim is true where isClaimed is true, expected only before the reward is claimed.',
    },
  ]);
});

test('a claimed reward whose time is null or absent is found', () => {
  const { claimedTimestamp: _, ...timeless } = claimed;
  const finding = {
    rule: '5-reward',
    path: 'reward.claimedTimestamp',
    sentence: 'claimedTimestamp is null or absent where isClaimed is true, expected milliseconds.',
  };

  expect(checkProgress({ ...complete, reward: { ...claimed, claimedTimestamp: null } })).toEqual([finding]);
  expect(checkProgress({ ...complete, reward: timeless })).toEqual([finding]);
});
