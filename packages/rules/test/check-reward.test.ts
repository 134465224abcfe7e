import { expect, test } from 'vitest';
import { checkProgress } from '../src/index.ts';
import { badge, challenge } from './challenge-fixture.ts';

const complete = { ...challenge, cards: [], collectedCount: 3, progressInPercentage: 100 };
const claimed = { ...badge, isClaimed: true, claimedTimestamp: 1798137000000 };

test('accepts a reward of a complete collection that can be claimed, is claimed, or neither', () => {
  expect(checkProgress({ ...complete, reward: { ...badge, canClaim: true } })).toEqual([]);
  expect(checkProgress({ ...complete, reward: claimed })).toEqual([]);
  expect(checkProgress({ ...complete, reward: badge })).toEqual([]);
});

test('accepts a claimed reward of an incomplete collection, and a claimedTimestamp of 0', () => {
  expect(checkProgress({ ...challenge, reward: { ...claimed, claimedTimestamp: 0 } })).toEqual([]);
});

test('accepts a claimedTimestamp of a reward that is not claimed, as in the example of the provider', () => {
  expect(checkProgress({ ...challenge, reward: { ...badge, claimedTimestamp: 1 } })).toEqual([]);
});

test('accepts a program without a reward', () => {
  const { reward: _, ...without } = complete;

  expect(checkProgress({ ...complete, reward: null })).toEqual([]);
  expect(checkProgress(without)).toEqual([]);
});

test('finds a reward that can be claimed before the collection is complete', () => {
  expect(checkProgress({ ...challenge, reward: { ...badge, canClaim: true } })).toEqual([
    {
      code: 'claimable-while-incomplete',
      requirement: '5-reward',
      path: 'reward.canClaim',
      values: { collectedCount: 2, size: 3 },
      message:
        'canClaim is true. Expected false, because the collection is not complete: collectedCount is 2 and size is 3.',
    },
  ]);
});

test('finds a reward that can be claimed for a collection of size 0', () => {
  const empty = { ...challenge, cards: [], size: 0, collectedCount: 0, progressInPercentage: 0 };

  expect(checkProgress({ ...empty, reward: { ...badge, canClaim: true } })).toEqual([
    {
      code: 'claimable-while-incomplete',
      requirement: '5-reward',
      path: 'reward.canClaim',
      values: { collectedCount: 0, size: 0 },
      message:
        'canClaim is true. Expected false, because the collection is not complete: collectedCount is 0 and size is 0.',
    },
  ]);
});

test('finds a reward that can be claimed twice', () => {
  expect(checkProgress({ ...complete, reward: { ...claimed, canClaim: true } })).toEqual([
    {
      code: 'claimable-after-claim',
      requirement: '5-reward',
      path: 'reward.canClaim',
      values: {},
      message: 'canClaim is true. Expected false, because isClaimed is true.',
    },
  ]);
});

test('finds a claimed reward whose claimedTimestamp is null or absent', () => {
  const { claimedTimestamp: _, ...timeless } = claimed;
  const violation = {
    code: 'claimed-without-timestamp',
    requirement: '5-reward',
    path: 'reward.claimedTimestamp',
    values: {},
    message: 'claimedTimestamp is null or absent. Expected milliseconds, because isClaimed is true.',
  };

  expect(checkProgress({ ...complete, reward: { ...claimed, claimedTimestamp: null } })).toEqual([violation]);
  expect(checkProgress({ ...complete, reward: timeless })).toEqual([violation]);
});
