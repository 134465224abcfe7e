import type { CollectionChallengeProgress } from '@giftoin/types';
import { createViolation, type RuleViolation } from '../rule-violation.ts';

/** Checks requirement 1: `collectedCount` is at most `size`, and `progressInPercentage` is their ratio, rounded down. */
export function checkCounts(progress: CollectionChallengeProgress): RuleViolation[] {
  const { size, collectedCount, progressInPercentage: actual } = progress;
  if (!Number.isInteger(size) || !Number.isInteger(collectedCount)) return [];
  if (collectedCount > size) {
    // The ratio would be above 100 %, which the schema forbids. So there is no percentage to expect.
    const message = `collectedCount is ${collectedCount}. Expected at most ${size}, the size.`;
    return [createViolation('collected-count-above-size', 'collectedCount', { actual: collectedCount, size }, message)];
  }
  const expected = toPercentage(collectedCount, size);
  if (actual === expected) return [];
  const ratio = `collectedCount ${collectedCount} of size ${size}, rounded down`;
  const message = `progressInPercentage is ${actual}. Expected ${expected}: ${ratio}.`;
  const values = { actual, expected, collectedCount, size };
  return [createViolation('percentage-not-rounded-down', 'progressInPercentage', values, message)];
}

/** Calculates with integers: a float rounds 100 × a count above 2^53 / 100, so that 99.99… % could become 100. */
function toPercentage(collectedCount: number, size: number): number {
  if (size === 0) return 0;
  return Number((100n * BigInt(collectedCount)) / BigInt(size));
}
