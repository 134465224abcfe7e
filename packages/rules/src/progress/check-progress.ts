import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { isObject } from '../json.ts';
import type { RuleViolation } from '../rule-violation.ts';
import { checkCounts } from './check-counts.ts';
import { checkDuration } from './check-duration.ts';
import { checkListedCards } from './check-listed-cards.ts';
import { checkOwnership } from './check-ownership.ts';
import { checkReward } from './check-reward.ts';
import { checkCardIds, checkProgramIds } from './check-unique-ids.ts';

const checks = [checkCounts, checkCardIds, checkOwnership, checkListedCards, checkReward, checkDuration];

/**
 * Checks requirements 1 to 6 for one program with the progress of a user.
 *
 * @param progress data that fits the schema. Parts that are missing or null are skipped, because the schema finds them.
 * @returns the violations, in the order of the requirements
 */
export function checkProgress(progress: CollectionChallengeProgress): RuleViolation[] {
  if (!isObject(progress)) return [];
  return checks.flatMap((check) => check(progress));
}

/**
 * Checks requirements 1 to 6 for a list of programs: each item like `checkProgress`, and that the program IDs are unique.
 *
 * @returns the violations, with paths that start with the index of the item
 */
export function checkList(list: CollectionChallengeProgressList): RuleViolation[] {
  if (!Array.isArray(list)) return [];
  const programs: CollectionChallengeProgressList = list;
  const violations = programs.flatMap((progress, index) =>
    checkProgress(progress).map((violation) => ({ ...violation, path: `[${index}].${violation.path}` })),
  );
  return [...violations, ...checkProgramIds(programs)];
}
