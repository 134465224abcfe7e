import type { Program, World } from '@giftoin/types/sandbox-control';

const day = 86_400_000;

/** The user of the default world, and of a scenario if no other user is given. */
export const defaultUser = { platform: 'discord', platformUserId: '123456789012345678' } as const;

const cards = [
  ['card_456', 'Snowflake Card', 'snowflake'],
  ['card_457', 'Snowman Card', 'snowman'],
  ['card_458', 'Sled Card', 'sled'],
  ['card_459', 'Icicle Card', 'icicle'],
  ['card_460', 'Mitten Card', 'mitten'],
  ['card_461', 'Skate Card', 'skate'],
  ['card_462', 'Cocoa Card', 'cocoa'],
  ['card_463', 'Igloo Card', 'igloo'],
  ['card_464', 'Penguin Card', 'penguin'],
  ['card_465', 'Aurora Card', 'aurora'],
] as const;

/** Creates the program of the example in the API reference, which ends in seven days and stays visible. */
export function createWinterChallenge(now: number): Program {
  return {
    id: 'program_123',
    name: 'Winter Challenge',
    image: 'https://example.com/images/winter-challenge.png',
    description: 'Collect all winter-themed cards',
    environment: 'production',
    createdTimestamp: now - 23 * day,
    duration: {
      start: { date: now - 23 * day, showBefore: true },
      // Unlike in the example, it stays visible: a program that is gone after its end looks like an error of the sandbox.
      end: { date: now + 7 * day, showAfter: true },
    },
    reward: {
      id: 'reward_789',
      name: 'Winter Champion Badge',
      image: 'https://example.com/images/winter-badge.png',
      description: 'Awarded to those who complete the Winter Challenge',
      value: 'text',
      viewType: 'QR',
    },
    cards: cards.map(([id, name, image]) => ({
      id,
      name,
      image: `https://example.com/images/${image}.png`,
      rarity: 'rare',
    })),
  };
}

/** Creates the world of the example in the API reference: the user owns three of ten cards, one of them twice. */
export function createDefaultWorld(now: number): World {
  return {
    programs: [createWinterChallenge(now)],
    users: [{ ...defaultUser, cards: { program_123: { card_456: 2, card_457: 1, card_458: 1 } } }],
  };
}
