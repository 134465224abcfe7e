import type { Progress } from '../changes/bodies.ts';

/** The example of the provider's page. The program ended long ago, but timeLeft is a week. */
export const providerExample: Progress = {
  id: 'program_123',
  name: 'Winter Challenge',
  image: 'https://example.com/images/winter-challenge.png',
  description: 'Collect all winter-themed cards',
  size: 10,
  cards: [
    {
      name: 'Snowflake Card',
      id: 'card_456',
      image: 'https://example.com/images/snowflake.png',
      ownedQuantity: 2,
      isOwned: true,
      rarity: 'rare',
    },
  ],
  progressInPercentage: 30,
  environment: 'production',
  createdTimestamp: 1_644_825_600_000,
  timeLeft: 604_800_000,
  reward: {
    id: 'reward_789',
    name: 'Winter Champion Badge',
    image: 'https://example.com/images/winter-badge.png',
    description: 'Awarded to those who complete the Winter Challenge',
    isClaimed: false,
    canClaim: false,
    value: 'text',
    claimedTimestamp: 1,
    viewType: 'QR',
  },
  status: 'in_progress',
  collectedCount: 3,
  duration: {
    start: { date: 1_644_825_600_000, showBefore: true },
    end: { date: 1_647_417_600_000, showAfter: false },
  },
};
