import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { formatValue } from '../json.ts';
import { createViolation, type RuleViolation } from '../rule-violation.ts';
import { listCards } from './list-cards.ts';

interface Item {
  readonly path: string;
  readonly id: string;
}

/** Checks requirement 2 for one program: card IDs are unique. */
export function checkCardIds(progress: CollectionChallengeProgress): RuleViolation[] {
  const cards = listCards(progress).map(({ path, card }) => ({ path, id: card.id }));
  return findDuplicates(cards).map(({ path, id, firstPath }) => {
    const message = `The card ID ${formatValue(id)} is also the ID of ${firstPath}. Expected unique card IDs.`;
    return createViolation('duplicate-card-id', `${path}.id`, { id, firstPath }, message);
  });
}

/** Checks requirement 2 for the list: program IDs are unique. */
export function checkProgramIds(list: CollectionChallengeProgressList): RuleViolation[] {
  const programs = list.map((progress, index) => ({ path: `[${index}]`, id: progress?.id }));
  return findDuplicates(programs).map(({ path, id, firstPath }) => {
    const message = `The program ID ${formatValue(id)} is also the ID of ${firstPath}. Expected unique program IDs.`;
    return createViolation('duplicate-program-id', `${path}.id`, { id, firstPath }, message);
  });
}

/** Finds the items whose ID an earlier item has, with the path of the first one. */
function findDuplicates(items: readonly Item[]): (Item & { readonly firstPath: string })[] {
  const firstPaths = new Map<string, string>();
  return items.flatMap(({ path, id }) => {
    if (typeof id !== 'string') return [];
    const firstPath = firstPaths.get(id);
    if (firstPath !== undefined) return [{ path, id, firstPath }];
    firstPaths.set(id, path);
    return [];
  });
}
