import type { Program, Scenario, User, World } from '@giftoin/types/sandbox-control';
import { createWinterChallenge } from './default-world.ts';

const day = 86_400_000;

type Person = Pick<User, 'platform' | 'platformUserId'>;

/**
 * A whole situation, made at one call.
 *
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function createScenarioWorld(scenario: Scenario, person: Person, now: number): World {
  return scenes[scenario](createWinterChallenge(now), person, now);
}

const scenes: Readonly<Record<Scenario, (program: Program, person: Person, now: number) => World>> = {
  'new-user': (program) => ({ programs: [program] }),
  'half-way': (program, person) => owning(program, person, Math.floor(program.cards.length / 2)),
  'one-card-short': (program, person) => owning(program, person, program.cards.length - 1),
  'just-completed': (program, person) => owning(program, person, program.cards.length),
  claimed: (program, person, now) => {
    const { programs, users = [] } = owning(program, person, program.cards.length);
    return { programs, users: users.map((user) => ({ ...user, claims: { [program.id]: now - day } })) };
  },
  expired: (program, person, now) => {
    const duration = { ...program.duration, end: { date: now - day, showAfter: true } };
    return owning({ ...program, duration }, person, 3);
  },
  'no-end': (program, person) => owning({ ...program, duration: { ...program.duration, end: null } }, person, 3),
  'no-reward': (program, person) => owning({ ...program, reward: null }, person, program.cards.length),
  'big-user': (_, person, now) => createManyPrograms(person, 100, 20, now),
};

function owning(program: Program, person: Person, count: number): World {
  const owned = program.cards.slice(0, count).map(({ id }) => [id, 1]);
  return { programs: [program], users: [{ ...person, cards: { [program.id]: Object.fromEntries(owned) } }] };
}

/** A user in many programs, with a share of the cards of each that grows from none to all. */
export function createManyPrograms(person: Person, programs: number, cards: number, now: number): World {
  const pattern = createWinterChallenge(now);
  const all = Array.from({ length: programs }, (_, index): Program => {
    const number = index + 1;
    return {
      ...pattern,
      id: index === 0 ? pattern.id : `program_${1_000 + number}`,
      name: `Challenge ${number}`,
      cards: Array.from({ length: cards }, (_, at) => ({
        id: `card_${number}_${at + 1}`,
        name: `Card ${at + 1} of Challenge ${number}`,
        image: `https://example.com/images/challenge-${number}-card-${at + 1}.png`,
        rarity: 'rare',
      })),
    };
  });
  const owned = all.map((program, index) => {
    const count = Math.round((index * cards) / Math.max(1, programs - 1));
    return [program.id, Object.fromEntries(program.cards.slice(0, count).map(({ id }) => [id, 1]))];
  });
  return { programs: all, users: [{ ...person, cards: Object.fromEntries(owned) }] };
}
