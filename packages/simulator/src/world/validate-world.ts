import type { Program, User, World } from '@giftoin/types/sandbox-control';
import { formatUserKey } from './user-id.ts';

/**
 * Validates what the schema of a world cannot express: unique IDs, dates in order, and cards and claims of programs that
 * exist.
 *
 * @returns the validation errors, as sentences with the path
 */
export function validateWorld(world: World): string[] {
  return [...validateInSteps(world)].flat();
}

/** How many users a step validates. */
const usersPerStep = 500;

/** The same in steps, so that a server can do something else between them. A world can have hundreds of thousands of users. */
export function* validateInSteps({ programs, users = [] }: World): Generator<string[]> {
  for (const [index, program] of programs.entries()) yield validateProgram(program, `programs[${index}]`);
  yield findDuplicateIds(programs, 'programs');
  for (const validate of [createDuplicateFinder(), createUserValidator(programs)]) {
    for (let start = 0; start < users.length; start += usersPerStep) {
      yield users.slice(start, start + usersPerStep).flatMap((user, index) => validate(user, start + index));
    }
  }
}

function validateProgram({ duration: { start, end }, cards }: Program, path: string): string[] {
  const errors = findDuplicateIds(cards, `${path}.cards`);
  if (start && end && start.date > end.date) {
    errors.push(`${path}.duration.start.date (${start.date}) is after duration.end.date (${end.date}).`);
  }
  return errors;
}

function findDuplicateIds(items: readonly { readonly id: string }[], path: string): string[] {
  return findDuplicates(
    items.map(({ id }) => id),
    (id, index, first) => `${path}[${index}] has the same id as ${path}[${first}], ${JSON.stringify(id)}.`,
  );
}

type UserValidator = (user: User, index: number) => string[];

function createDuplicateFinder(): UserValidator {
  const firstIndexes = new Map<string, number>();
  return (user, index) => {
    const name = formatUserKey(user);
    const first = firstIndexes.get(name);
    if (first !== undefined) return [`users[${index}] is the same user as users[${first}], ${name}.`];
    firstIndexes.set(name, index);
    return [];
  };
}

function findDuplicates(
  values: readonly string[],
  describe: (value: string, index: number, first: number) => string,
): string[] {
  const firstIndexes = new Map<string, number>();
  return values.flatMap((value, index) => {
    const first = firstIndexes.get(value);
    if (first !== undefined) return [describe(value, index, first)];
    firstIndexes.set(value, index);
    return [];
  });
}

function createUserValidator(programs: readonly Program[]): UserValidator {
  const programsById = new Map(programs.map((program) => [program.id, program]));
  const cardIds = new Map(programs.map(({ id, cards }) => [id, new Set(cards.map((card) => card.id))]));
  return ({ cards = {}, claims = {} }, index) => {
    const path = `users[${index}]`;
    const errors: string[] = [];
    for (const [programId, quantities] of Object.entries(cards)) {
      const known = cardIds.get(programId);
      if (!known) errors.push(`${path}.cards has the program ${JSON.stringify(programId)}, which does not exist.`);
      for (const cardId of Object.keys(quantities)) {
        if (!known || known.has(cardId)) continue;
        const card = JSON.stringify(cardId);
        errors.push(`${path}.cards.${programId} has the card ${card}, which the program does not have.`);
      }
    }
    for (const programId of Object.keys(claims)) {
      const program = programsById.get(programId);
      if (!program) errors.push(`${path}.claims has the program ${JSON.stringify(programId)}, which does not exist.`);
      else if (!program.reward) errors.push(`${path}.claims has the program ${programId}, which has no reward.`);
    }
    return errors;
  };
}
