import type { Card, CollectionChallengeProgress } from '@giftoin/types';
import { isObject } from './json.ts';

/** The listed cards, each with its path; without what is no object, which is for the schema to find. */
export function cardsOf(progress: CollectionChallengeProgress): { readonly path: string; readonly card: Card }[] {
  if (!Array.isArray(progress.cards)) return [];
  const cards: readonly Card[] = progress.cards;
  return cards.map((card, index) => ({ path: `cards[${index}]`, card })).filter(({ card }) => isObject(card));
}
