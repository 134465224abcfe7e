import type { CollectionChallengeProgress } from '@giftoin/types';
import type { Finding } from './finding.ts';

const rule = '1-counts';

/** Statement 1: `collectedCount` is at most `size`, and `progressInPercentage` is their share, rounded down. */
export function checkCounts(progress: CollectionChallengeProgress): Finding[] {
  const { size, collectedCount, progressInPercentage } = progress;
  if (!Number.isInteger(size) || !Number.isInteger(collectedCount)) return [];
  if (collectedCount > size) {
    // A share of more than everything would be above 100, which the schema forbids: there is no percentage to expect.
    const sentence = `collectedCount is ${collectedCount}, expected at most ${size}, the size.`;
    return [{ rule, path: 'collectedCount', sentence }];
  }
  const expected = wholePercent(collectedCount, size);
  if (progressInPercentage === expected) return [];
  const reason = `collectedCount ${collectedCount} of size ${size}, rounded down`;
  const sentence = `progressInPercentage is ${progressInPercentage}, expected ${expected}: ${reason}.`;
  return [{ rule, path: 'progressInPercentage', sentence }];
}

/** In integers, not floats: 100 × a count above 2^53 / 100 is rounded as a float, and 99.99… % may come out as 100. */
function wholePercent(collectedCount: number, size: number): number {
  if (size === 0) return 0;
  return Number((100n * BigInt(collectedCount)) / BigInt(size));
}
