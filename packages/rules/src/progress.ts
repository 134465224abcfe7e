import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { checkCounts } from './counts.ts';
import { checkDuration } from './duration.ts';
import type { Finding } from './finding.ts';
import { isObject } from './json.ts';
import { checkListedCards } from './listed-cards.ts';
import { checkOwnership } from './ownership.ts';
import { checkReward } from './reward.ts';
import { checkCardIds, checkProgramIds } from './unique-ids.ts';

const checks = [checkCounts, checkCardIds, checkOwnership, checkListedCards, checkReward, checkDuration];

/**
 * Holds one program with a user's progress against statements 1 to 6.
 *
 * @returns what is broken, in the order of the statements; nothing where all hold. Takes data that fits the schema: of
 * what does not, parts that are missing or null are passed over, because the schema finds them.
 */
export function checkProgress(progress: CollectionChallengeProgress): Finding[] {
  if (!isObject(progress)) return [];
  return checks.flatMap((check) => check(progress));
}

/**
 * Holds a list of programs against statements 1 to 6: each item as `checkProgress` does, and the ids of the programs
 * against each other.
 *
 * @returns what is broken, with paths that start with the index of the item
 */
export function checkList(list: CollectionChallengeProgressList): Finding[] {
  if (!Array.isArray(list)) return [];
  const programs: CollectionChallengeProgressList = list;
  const findings = programs.flatMap((progress, index) =>
    checkProgress(progress).map((finding) => ({ ...finding, path: `[${index}].${finding.path}` })),
  );
  return [...findings, ...checkProgramIds(programs)];
}
