import type { CollectionChallengeProgress } from '@giftoin/client';
import { fixtures } from '@giftoin/client/testing';
import { expect, test } from 'vitest';
import { formatCount, formatPercent, formatReward, formatTimeLeft } from '../showing-progress/format-progress.ts';
import { formatStatus } from '../showing-progress/format-status.ts';

const { inProgress, claimable, claimed, noReward, noEnd, upcoming, ended } = fixtures.getCollectionChallengeProgress;
const formatAll = (program: CollectionChallengeProgress) => [
  formatCount(program),
  formatPercent(program),
  formatTimeLeft(program),
  formatReward(program),
  formatStatus(program),
];

test.each<[CollectionChallengeProgress, string[]]>([
  [inProgress, ['2 of 3 cards', '66 %', '7 days left', 'Winter Champion Badge: not yet', 'In progress']],
  [claimable, ['3 of 3 cards', '100 %', '7 days left', 'Winter Champion Badge: ready to claim', 'Complete']],
  [claimed, ['3 of 3 cards', '100 %', '7 days left', 'Winter Champion Badge: claimed', 'Complete']],
  [noReward, ['1 of 3 cards', '33 %', '7 days left', 'no reward', 'In progress']],
  [noEnd, ['2 of 3 cards', '66 %', 'no end', 'Winter Champion Badge: not yet', 'In progress']],
  [upcoming, ['0 of 3 cards', '0 %', '7 days left', 'Winter Champion Badge: not yet', 'Starts soon']],
  [ended, ['2 of 3 cards', '66 %', 'ended', 'Winter Champion Badge: no longer available', 'Ended']],
])('shows every example of the document: %#', (program, texts) => {
  expect(formatAll(program)).toEqual(texts);
});

test.each([
  [undefined, 'no end'],
  [59 * 60_000, 'less than an hour left'],
  [3_600_000, '1 hour left'],
  [47 * 3_600_000, '47 hours left'],
  [48 * 3_600_000, '2 days left'],
])('formats a time left of %s', (timeLeft, text) => {
  const { timeLeft: _, ...program } = inProgress;
  expect(formatTimeLeft(timeLeft === undefined ? program : { ...program, timeLeft })).toBe(text);
});

test('shows a status that this version does not know', () => {
  expect(formatStatus({ ...inProgress, status: 'on_hold' })).toBe('On hold');
});
