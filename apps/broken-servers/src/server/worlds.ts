import type { ControlInput } from '@giftoin/types/sandbox-control';

export type World = Omit<ControlInput<'loadWorld'>, 'workspace'>;
type Program = World['programs'][number];

/** The user who owns cards in every world. */
export const user = { platform: 'discord', platformUserId: '123456789012345678' } as const;

const day = 86_400_000;

/** The IDs of the programs of the world `rich`, which has a case for every rule. */
export const programIds = {
  /** 2 of 3 cards: 66 %. Rounded to the nearest integer, it would be 67. */
  started: 'program_123',
  /** 1 of 3 cards: 33 %. Rounded up, it would be 34. */
  begun: 'Spring-2026',
  /** 1 of 8 cards: 12.5 %. No reward. */
  noReward: 'no_reward',
  claimable: 'claimable',
  claimed: 'claimed',
  /** No start and no end. */
  endless: 'endless',
  upcoming: 'upcoming',
  ended: 'ended',
  /** No cards. */
  empty: 'empty',
} as const;

export type WorldName = 'rich' | 'empty' | 'single' | 'many' | 'long' | 'page';

/** Creates every world, with a frozen clock. */
export function createWorlds(now: number): Readonly<Record<WorldName, World>> {
  const clock = { frozenAt: now };
  return {
    rich: { ...createRichWorld(now), clock },
    empty: { programs: [], clock },
    single: { programs: [createProgram(now, 'only', 4)], users: [createOwner({ only: [1] })], clock },
    long: {
      programs: ['program_123', 'long-1', 'long-2'].map((id) => createProgram(now, id, 100)),
      users: [createOwner({ program_123: [1], 'long-1': [1, 2] })],
      clock,
    },
    page: { programs: [createProgram(now, 'program_123', 10)], clock },
    many: {
      programs: Array.from({ length: 100 }, (_, at) => createProgram(now, `many-${at}`, 20)),
      users: [createOwner(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`many-${at}`, ones(at % 21)])))],
      clock,
    },
  };
}

function createRichWorld(now: number): World {
  const past = (days: number) => ({ date: now - days * day, showBefore: true });
  return {
    programs: [
      {
        ...createProgram(now, programIds.started, 3),
        name: 'Défi d’hiver ❄ 冬',
        description: 'Collect “all” winter cards 🎁',
      },
      createProgram(now, programIds.begun, 3),
      { ...createProgram(now, programIds.noReward, 8), reward: null },
      createProgram(now, programIds.claimable, 2),
      createProgram(now, programIds.claimed, 2),
      { ...createProgram(now, programIds.endless, 4), duration: { start: null, end: null } },
      {
        ...createProgram(now, programIds.upcoming, 2),
        duration: { start: { date: now + day, showBefore: true }, end: { date: now + 9 * day, showAfter: true } },
      },
      {
        ...createProgram(now, programIds.ended, 2),
        duration: { start: past(30), end: { date: now - day, showAfter: true } },
      },
      createProgram(now, programIds.empty, 0),
      {
        ...createProgram(now, 'hidden', 2),
        duration: { start: { date: now + day, showBefore: false }, end: null },
      },
    ],
    users: [
      {
        ...createOwner({
          [programIds.started]: [2, 1],
          [programIds.begun]: [3],
          [programIds.noReward]: [1],
          [programIds.claimable]: [1, 2],
          [programIds.claimed]: [1, 1],
          [programIds.ended]: [1],
        }),
        claims: { [programIds.claimed]: now - day },
      },
    ],
  };
}

function createProgram(now: number, id: string, size: number): Program {
  return {
    id,
    name: `The program ${id}`,
    image: `https://example.com/images/${id}.png`,
    description: `Collect all cards of ${id}`,
    environment: 'production',
    createdTimestamp: now - 40 * day,
    duration: { start: { date: now - 30 * day, showBefore: true }, end: { date: now + 7 * day, showAfter: false } },
    reward: {
      id: `reward_${id}`,
      name: 'Champion Badge',
      image: 'https://example.com/images/badge.png',
      description: 'Awarded to those who complete the collection',
      value: 'GIFT-7Q4X-2M9K',
      viewType: 'QR',
    },
    cards: Array.from({ length: size }, (_, at) => ({
      id: formatCardId(id, at),
      name: `Card ${at + 1}`,
      image: `https://example.com/images/card-${at + 1}.png`,
      rarity: at === 0 ? 'rare' : 'common',
    })),
  };
}

const formatCardId = (program: string, at: number) => `${program}-card-${at + 1}`;
const ones = (count: number) => Array.from({ length: count }, () => 1);

/** Creates the user, who owns the first cards of each program in these quantities. */
function createOwner(owned: Readonly<Record<string, readonly number[]>>) {
  const cards = Object.entries(owned).map(([id, counts]) => [
    id,
    Object.fromEntries(counts.map((count, at) => [formatCardId(id, at), count])),
  ]);
  return { ...user, cards: Object.fromEntries(cards) as Record<string, Record<string, number>> };
}
