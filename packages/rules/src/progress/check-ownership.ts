import type { CollectionChallengeProgress } from '@giftoin/types';
import { createViolation, type RuleViolation } from '../rule-violation.ts';
import { listCards } from './list-cards.ts';

/** Checks requirement 3: a card `isOwned` if, and only if, its `ownedQuantity` is above 0. */
export function checkOwnership(progress: CollectionChallengeProgress): RuleViolation[] {
  return listCards(progress).flatMap(({ path, card }) => {
    const { isOwned: actual, ownedQuantity } = card;
    if (typeof ownedQuantity !== 'number') return [];
    const expected = ownedQuantity > 0;
    if (actual === expected) return [];
    const code = expected ? 'quantity-without-owned' : 'owned-without-quantity';
    const message = `isOwned is ${actual}. Expected ${expected}, because ownedQuantity is ${ownedQuantity}.`;
    return [createViolation(code, `${path}.isOwned`, { actual, ownedQuantity }, message)];
  });
}
