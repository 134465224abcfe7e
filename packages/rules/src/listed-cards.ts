import type { CollectionChallengeProgress } from '@giftoin/types';
import { cardsOf } from './cards.ts';
import type { Finding } from './finding.ts';

/** Statement 4: `cards` may be a part of the collection, so it lists at most as many of each kind as there are. */
export function checkListedCards(progress: CollectionChallengeProgress): Finding[] {
  const { size, collectedCount } = progress;
  const cards = cardsOf(progress);
  const owned = cards.filter(({ card }) => card.isOwned === true).length;
  const notOwned = cards.filter(({ card }) => card.isOwned === false).length;
  // Never below 0: a collectedCount above size is what statement 1 finds.
  const missing = Math.max(0, size - collectedCount);

  const sentences: string[] = [];
  if (cards.length > size) {
    sentences.push(`cards has ${cards.length} cards, expected at most ${size}, the size.`);
  }
  if (owned > collectedCount) {
    sentences.push(`cards has ${owned} owned cards, expected at most ${collectedCount}, the collectedCount.`);
  }
  if (notOwned > missing) {
    const limit = `at most ${missing}: size ${size} less collectedCount ${collectedCount}`;
    sentences.push(`cards has ${notOwned} cards that are not owned, expected ${limit}.`);
  }
  return sentences.map((sentence) => ({ rule: '4-listed-cards', path: 'cards', sentence }));
}
