import type { CollectionChallengeProgress } from '@giftoin/types';
import { cardsOf } from './cards.ts';
import type { Finding } from './finding.ts';

/** Statement 3: a card `isOwned` exactly where its `ownedQuantity` is above 0. */
export function checkOwnership(progress: CollectionChallengeProgress): Finding[] {
  return cardsOf(progress).flatMap(({ path, card }): Finding[] => {
    const { isOwned, ownedQuantity } = card;
    if (typeof ownedQuantity !== 'number') return [];
    const expected = ownedQuantity > 0;
    if (isOwned === expected) return [];
    const sentence = `isOwned is ${isOwned} where ownedQuantity is ${ownedQuantity}, expected ${expected}.`;
    return [{ rule: '3-ownership', path: `${path}.isOwned`, sentence }];
  });
}
