import type { CollectionChallengeProgress } from '@giftoin/types';
import { createViolation, type RuleViolation } from '../rule-violation.ts';

/**
 * Checks requirement 5: `canClaim` is true only if the collection is complete (`collectedCount` equals `size` and is above
 * 0) and the reward is not claimed. A claimed reward has a `claimedTimestamp`. A program without a reward is valid.
 */
export function checkReward(progress: CollectionChallengeProgress): RuleViolation[] {
  const { reward, size, collectedCount } = progress;
  if (!reward) return [];
  const { canClaim, isClaimed, claimedTimestamp } = reward;

  const violations: RuleViolation[] = [];
  if (canClaim === true && (collectedCount !== size || size === 0)) {
    const counts = `collectedCount is ${collectedCount} and size is ${size}`;
    const message = `canClaim is true. Expected false, because the collection is not complete: ${counts}.`;
    const values = { collectedCount, size };
    violations.push(createViolation('claimable-while-incomplete', 'reward.canClaim', values, message));
  }
  if (canClaim === true && isClaimed === true) {
    const message = 'canClaim is true. Expected false, because isClaimed is true.';
    violations.push(createViolation('claimable-after-claim', 'reward.canClaim', {}, message));
  }
  if (isClaimed === true && typeof claimedTimestamp !== 'number') {
    const message = 'claimedTimestamp is null or absent. Expected milliseconds, because isClaimed is true.';
    violations.push(createViolation('claimed-without-timestamp', 'reward.claimedTimestamp', {}, message));
  }
  return violations;
}
