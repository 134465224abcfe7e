import type { CollectionChallengeProgress, Reward } from '@giftoin/client';

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
  return hours >= 1 ? `${hours} hours left` : 'less than an hour left';
}

/**
 * The reward of a complete collection can be ready, claimed, or neither: then the
 * program has ended.
 */
export function formatReward(reward: Reward | null | undefined): string {
  if (!reward) return 'no reward';
  if (reward.isClaimed) return `${reward.name}: claimed`;
  return reward.canClaim ? `${reward.name}: ready to claim` : `${reward.name}: not yet`;
}
