import type { CollectionChallengeProgress } from '@giftoin/types';
import type { Finding } from './finding.ts';

const rule = '5-reward';

/**
 * Statement 5: `canClaim` only where the collection is complete (`collectedCount` is `size`, and that above 0) and the
 * reward is not claimed; a reward that is claimed has a `claimedTimestamp`. Holds where there is no reward.
 */
export function checkReward(progress: CollectionChallengeProgress): Finding[] {
  const { reward, size, collectedCount } = progress;
  if (!reward) return [];
  const { canClaim, isClaimed, claimedTimestamp } = reward;

  const findings: Finding[] = [];
  if (canClaim === true && (collectedCount !== size || size === 0)) {
    const counts = `collectedCount is ${collectedCount} and size is ${size}`;
    const sentence = `canClaim is true where ${counts}, expected only for a complete collection with cards.`;
    findings.push({ rule, path: 'reward.canClaim', sentence });
  }
  if (canClaim === true && isClaimed === true) {
    const sentence = 'canClaim is true where isClaimed is true, expected only before the reward is claimed.';
    findings.push({ rule, path: 'reward.canClaim', sentence });
  }
  if (isClaimed === true && typeof claimedTimestamp !== 'number') {
    const sentence = 'claimedTimestamp is null or absent where isClaimed is true, expected milliseconds.';
    findings.push({ rule, path: 'reward.claimedTimestamp', sentence });
  }
  return findings;
}
