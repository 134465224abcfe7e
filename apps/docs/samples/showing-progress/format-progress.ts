import type { CollectionChallengeProgress } from '@giftoin/client';

/**
 * `collectedCount` counts the whole collection. `cards` can be only a part of it, so do
 * not count its items.
 */
export function formatCount({
  collectedCount,
  size,
}: CollectionChallengeProgress): string {
  return `${collectedCount} of ${size} cards`;
}

/**
 * The API rounds down, so 100 % is complete, and 99 % is not. Do not compute and round
 * it again.
 */
export function formatPercent({
  progressInPercentage,
}: CollectionChallengeProgress): string {
  return `${progressInPercentage} %`;
}

/**
 * `timeLeft` is null or absent without an end, and 0 after it. `!timeLeft` would mix up
 * the two.
 */
export function formatTimeLeft({ timeLeft }: CollectionChallengeProgress): string {
  if (timeLeft === null || timeLeft === undefined) return 'no end';
  if (timeLeft === 0) return 'ended';
  const hours = Math.floor(timeLeft / 3_600_000);
  if (hours >= 48) return `${Math.floor(hours / 24)} days left`;
  if (hours > 1) return `${hours} hours left`;
  return hours === 1 ? '1 hour left' : 'less than an hour left';
}

/**
 * The reward of a complete collection is not always ready: after the end, it can no
 * longer be claimed.
 */
export function formatReward({
  reward,
  timeLeft,
}: CollectionChallengeProgress): string {
  if (!reward) return 'no reward';
  if (reward.isClaimed) return `${reward.name}: claimed`;
  if (reward.canClaim) return `${reward.name}: ready to claim`;
  return `${reward.name}: ${timeLeft === 0 ? 'no longer available' : 'not yet'}`;
}
