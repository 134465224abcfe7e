import type { CollectionChallengeProgress } from '@giftoin/types';
import { createViolation, type RuleViolation } from '../rule-violation.ts';
import { listCards } from './list-cards.ts';

/** Checks requirement 4: `cards` can be a part of the collection, so it lists at most as many of each kind as there are. */
export function checkListedCards(progress: CollectionChallengeProgress): RuleViolation[] {
  const { size, collectedCount } = progress;
  const cards = listCards(progress);
  const owned = cards.filter(({ card }) => card.isOwned === true).length;
  const notOwned = cards.filter(({ card }) => card.isOwned === false).length;
  // Never below 0: requirement 1 covers a collectedCount above size.
  const missing = Math.max(0, size - collectedCount);

  const violations: RuleViolation[] = [];
  if (cards.length > size) {
    const message = `cards has ${cards.length} cards. Expected at most ${size}, the size.`;
    violations.push(createViolation('too-many-cards', 'cards', { actual: cards.length, size }, message));
  }
  if (owned > collectedCount) {
    const message = `cards has ${owned} owned cards. Expected at most ${collectedCount}, the collectedCount.`;
    violations.push(createViolation('too-many-owned-cards', 'cards', { actual: owned, collectedCount }, message));
  }
  if (notOwned > missing) {
    const limit = `at most ${missing}: size ${size} minus collectedCount ${collectedCount}`;
    const message = `cards has ${notOwned} cards that are not owned. Expected ${limit}.`;
    const values = { actual: notOwned, expected: missing, size, collectedCount };
    violations.push(createViolation('too-many-missing-cards', 'cards', values, message));
  }
  return violations;
}
