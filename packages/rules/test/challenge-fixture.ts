import type { Card, CollectionChallengeProgress, Reward } from '@giftoin/types';
import { responseExamples } from '@giftoin/types/examples';

export const ember: Card = {
  name: 'Ember Card',
  id: 'card_ember',
  image: 'https://example.com/images/ember.png',
  ownedQuantity: 1,
  isOwned: true,
  rarity: 'common',
};

export const frost: Card = {
  name: 'Frost Card',
  id: 'card_frost',
  image: 'https://example.com/images/frost.png',
  ownedQuantity: 4,
  isOwned: true,
  rarity: 'rare',
};

export const storm: Card = {
  name: 'Storm Card',
  id: 'card_storm',
  image: 'https://example.com/images/storm.png',
  ownedQuantity: 0,
  isOwned: false,
  rarity: 'rare',
};

export const badge: Reward & object = {
  id: 'reward_elements',
  name: 'Elements Badge',
  image: 'https://example.com/images/elements-badge.png',
  description: 'Awarded to those who collect all three elements',
  isClaimed: false,
  canClaim: false,
  value: null,
  claimedTimestamp: null,
  viewType: 'QR',
};

/** Meets every requirement. Each test changes one property. What no requirement mentions comes from an example of the document. */
export const challenge: CollectionChallengeProgress = {
  ...responseExamples.getCollectionChallengeProgress.inProgress,
  id: 'program_elements',
  size: 3,
  cards: [ember, frost, storm],
  progressInPercentage: 66,
  createdTimestamp: 1793491200000,
  timeLeft: 604800000,
  reward: badge,
  status: 'in_progress',
  collectedCount: 2,
  duration: {
    start: { date: 1796083200000, showBefore: true },
    end: { date: 1798761600000, showAfter: true },
  },
};
