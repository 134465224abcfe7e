import type { Card, CollectionChallengeProgress } from '@giftoin/types';
import { isObject } from '../json.ts';

/** Lists the cards of a program, each with its path. Skips what is not an object, because the schema finds it. */
export function listCards(progress: CollectionChallengeProgress): { readonly path: string; readonly card: Card }[] {
  if (!Array.isArray(progress.cards)) return [];
  const cards: readonly Card[] = progress.cards;
  return cards.map((card, index) => ({ path: `cards[${index}]`, card })).filter(({ card }) => isObject(card));
}
