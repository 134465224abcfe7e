import type { CollectionChallengeProgress, CollectionChallengeProgressList, ProgramId } from '@giftoin/types';
import { formatValue } from '../json.ts';
import { createViolation, type RuleViolation } from '../rule-violation.ts';
import { findDifferences } from './find-differences.ts';

/**
 * Checks requirement 7: a program is in the list if, and only if, its own URL returns 200, and both responses describe it
 * with equal values.
 *
 * The progress of the user can change between the two responses. If there are violations, request both once more.
 *
 * @param list the response for all programs of the user
 * @param programId the program that was requested alone
 * @param one the program as its own URL returned it with 200; undefined if that returned 404
 * @returns the violations, with paths into the response for the one program
 */
export function checkListAgainstOne(
  list: CollectionChallengeProgressList,
  programId: ProgramId,
  one: CollectionChallengeProgress | undefined,
): RuleViolation[] {
  const items: CollectionChallengeProgressList = Array.isArray(list) ? list : [];
  const item = items.find((progress) => progress?.id === programId);
  if (item && one === undefined) {
    const message = `The program ${formatValue(programId)} is in the list, but its own URL returned 404. Expected 200.`;
    return [createViolation('listed-but-not-found', '', { programId }, message)];
  }
  if (one !== undefined && !item) {
    const message = `The program ${formatValue(programId)} is not in the list, but its own URL returned 200. Expected both or neither.`;
    return [createViolation('found-but-not-listed', '', { programId }, message)];
  }
  return findDifferences(one, item).map(({ path, first, second }) => {
    const values = { alone: formatValue(first), inList: formatValue(second) };
    const message = `${path || 'The program'} is ${values.alone} alone and ${values.inList} in the list. Expected equal values.`;
    return createViolation('list-item-differs', path, values, message);
  });
}
