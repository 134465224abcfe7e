import type { CollectionChallengeProgress, CollectionChallengeProgressList, ProgramId } from '@giftoin/types';
import { differenceSentence, differencesOf } from './equality.ts';
import type { Finding } from './finding.ts';
import { quote } from './json.ts';

const rule = '7-list-and-one';

/**
 * Statement 7: a program is in the list exactly where it answers 200 alone, and that answer equals its item in the list.
 *
 * The user may have moved on between the two answers: where there are findings, read both once more before they count.
 *
 * @param list the answer for all programs of the user
 * @param programId the program that was asked for alone
 * @param one what it answered with 200; undefined where it answered 404
 * @returns what is broken, with paths into the answer for the one program
 */
export function checkListAgainstOne(
  list: CollectionChallengeProgressList,
  programId: ProgramId,
  one: CollectionChallengeProgress | undefined,
): Finding[] {
  const items: CollectionChallengeProgressList = Array.isArray(list) ? list : [];
  const item = items.find((progress) => progress?.id === programId);
  if (item && one === undefined) {
    const sentence = `The program ${quote(programId)} is in the list and answers 404 alone, expected 200.`;
    return [{ rule, path: '', sentence }];
  }
  if (one !== undefined && !item) {
    const sentence = `The program ${quote(programId)} answers 200 alone and is not in the list, expected both or neither.`;
    return [{ rule, path: '', sentence }];
  }
  return differencesOf(one, item).map((difference) => ({
    rule,
    path: difference.path,
    sentence: differenceSentence(difference, 'alone', 'in the list'),
  }));
}
