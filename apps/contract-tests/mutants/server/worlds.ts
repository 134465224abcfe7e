import type { ControlInput } from '@giftoin/types/sandbox-control';

export type World = Omit<ControlInput<'loadWorld'>, 'workspace'>;
type Program = World['programs'][number];

/** The user whom all worlds are about. */
export const person = { platform: 'discord', platformUserId: '123456789012345678' } as const;

const day = 86_400_000;

/** The programs of the world in which every rule has something to break. */
export const ids = {
  /** Two of three: 66 %, where rounding to the nearest makes 67. */
  started: 'program_123',
  /** One of three: 33 %, where rounding up makes 34. */
  begun: 'Spring-2026',
  /** One of eight: 12.5 %. Without a reward. */
  noReward: 'no_reward',
  claimable: 'claimable',
  claimed: 'claimed',
  /** Without start and end. */
  endless: 'endless',
  upcoming: 'upcoming',
  ended: 'ended',
  /** Without a card. */
  empty: 'empty',
} as const;

export type WorldName = 'rich' | 'nothing' | 'single' | 'many' | 'page';

/** Every world, with a clock that stands still. */
export function worlds(now: number): Readonly<Record<WorldName, World>> {
  const clock = { frozenAt: now };
  return {
    rich: { ...rich(now), clock },
    nothing: { programs: [], clock },
    single: { programs: [program(now, 'only', 4)], users: [owning({ only: [1] })], clock },
    page: { programs: [program(now, 'program_123', 10)], clock },
    many: {
      programs: Array.from({ length: 100 }, (_, at) => program(now, `many-${at}`, 20)),
      users: [owning(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`many-${at}`, quantities(at % 21)])))],
      clock,
    },
  };
}

function rich(now: number): World {
  const past = (days: number) => ({ date: now - days * day, showBefore: true });
  return {
    programs: [
      { ...program(now, ids.started, 3), name: 'Défi d’hiver ❄ 冬', description: 'Collect “all” winter cards 🎁' },
      program(now, ids.begun, 3),
      { ...program(now, ids.noReward, 8), reward: null },
      program(now, ids.claimable, 2),
      program(now, ids.claimed, 2),
      { ...program(now, ids.endless, 4), duration: { start: null, end: null } },
      {
        ...program(now, ids.upcoming, 2),
        duration: { start: { date: now + day, showBefore: true }, end: { date: now + 9 * day, showAfter: true } },
      },
      { ...program(now, ids.ended, 2), duration: { start: past(30), end: { date: now - day, showAfter: true } } },
      program(now, ids.empty, 0),
      {
        ...program(now, 'hidden', 2),
        duration: { start: { date: now + day, showBefore: false }, end: null },
      },
    ],
    users: [
      {
        ...owning({
          [ids.started]: [2, 1],
          [ids.begun]: [3],
          [ids.noReward]: [1],
          [ids.claimable]: [1, 2],
          [ids.claimed]: [1, 1],
          [ids.ended]: [1],
        }),
        claims: { [ids.claimed]: now - day },
      },
    ],
  };
}

function program(now: number, id: string, size: number): Program {
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
      id: cardId(id, at),
      name: `Card ${at + 1}`,
      image: `https://example.com/images/card-${at + 1}.png`,
      rarity: at === 0 ? 'rare' : 'common',
    })),
  };
}

const cardId = (program: string, at: number) => `${program}-card-${at + 1}`;
const quantities = (count: number) => Array.from({ length: count }, () => 1);

/** The person, with the first cards of programs in these quantities. */
function owning(owned: Readonly<Record<string, readonly number[]>>) {
  const cards = Object.entries(owned).map(([id, counts]) => [
    id,
    Object.fromEntries(counts.map((count, at) => [cardId(id, at), count])),
  ]);
  return { ...person, cards: Object.fromEntries(cards) as Record<string, Record<string, number>> };
}
