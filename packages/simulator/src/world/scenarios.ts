import type { Program, Scenario, World } from '@giftoin/types/sandbox-control';
import { createWinterChallenge } from './default-world.ts';
import { createManyPrograms } from './many-programs.ts';
import type { UserId } from './user-id.ts';

const day = 86_400_000;

/**
 * Creates the world of a scenario.
 *
 * @param user the user that the scenario is about
 * @param now milliseconds since 1970-01-01T00:00:00Z
 */
export function createScenarioWorld(scenario: Scenario, user: UserId, now: number): World {
  return scenarios[scenario](createWinterChallenge(now), user, now);
}

const scenarios: Readonly<Record<Scenario, (program: Program, user: UserId, now: number) => World>> = {
  'new-user': (program) => ({ programs: [program] }),
  'half-way': (program, user) => createWorld(program, user, Math.floor(program.cards.length / 2)),
  'one-card-short': (program, user) => createWorld(program, user, program.cards.length - 1),
  'just-completed': (program, user) => createWorld(program, user, program.cards.length),
  claimed: (program, user, now) => {
    const { programs, users = [] } = createWorld(program, user, program.cards.length);
    return { programs, users: users.map((owner) => ({ ...owner, claims: { [program.id]: now - day } })) };
  },
  'claimed-then-ended': (program, user, now) => {
    const duration = { ...program.duration, end: { date: now - day, showAfter: true } };
    const { programs, users = [] } = createWorld({ ...program, duration }, user, program.cards.length);
    return { programs, users: users.map((owner) => ({ ...owner, claims: { [program.id]: now - 2 * day } })) };
  },
  expired: (program, user, now) => {
    const duration = { ...program.duration, end: { date: now - day, showAfter: true } };
    return createWorld({ ...program, duration }, user, 3);
  },
  'no-end': (program, user) => createWorld({ ...program, duration: { ...program.duration, end: null } }, user, 3),
  'no-reward': (program, user) => createWorld({ ...program, reward: null }, user, program.cards.length),
  'big-user': (_, user, now) => createManyPrograms(user, 100, 20, now),
};

/** Creates a world of one program, in which the user owns the first cards. */
function createWorld(program: Program, user: UserId, ownedCards: number): World {
  const quantities = program.cards.slice(0, ownedCards).map(({ id }) => [id, 1]);
  return { programs: [program], users: [{ ...user, cards: { [program.id]: Object.fromEntries(quantities) } }] };
}
