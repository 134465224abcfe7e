import type { World } from '@giftoin/types/sandbox-control';

/**
 * What keeps a world from being one, beyond its schema: a sentence for each, with the path; none where all is well.
 */
export function validateWorld(world: World): string[] {
  return [...world.programs.flatMap(programFaults), ...duplicates(world.programs, 'programs'), ...userFaults(world)];
}

function programFaults({ duration: { start, end }, cards }: World['programs'][number], index: number): string[] {
  const path = `programs[${index}]`;
  const faults = duplicates(cards, `${path}.cards`);
  if (start && end && start.date > end.date) {
    faults.push(`${path}.duration.start.date is ${start.date}, after duration.end.date, ${end.date}.`);
  }
  return faults;
}

function duplicates(things: readonly { readonly id: string }[], path: string): string[] {
  const first = new Map<string, number>();
  return things.flatMap(({ id }, index) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, index);
    return before === undefined
      ? []
      : [`${path}[${index}].id is ${JSON.stringify(id)}, as that of ${path}[${before}].`];
  });
}

function userFaults({ programs, users = [] }: World): string[] {
  const cardsOf = new Map(programs.map(({ id, cards }) => [id, new Set(cards.map((card) => card.id))]));
  const first = new Map<string, number>();
  return users.flatMap(({ platform, platformUserId, cards = {}, claims = {} }, index) => {
    const path = `users[${index}]`;
    const faults: string[] = [];
    const name = `${platform}/${platformUserId}`;
    const before = first.get(name);
    if (before === undefined) first.set(name, index);
    else faults.push(`${path} is ${name}, as is users[${before}].`);
    for (const [programId, owned] of Object.entries(cards)) {
      const known = cardsOf.get(programId);
      if (!known) faults.push(`${path}.cards has the program ${JSON.stringify(programId)}, which is not in programs.`);
      for (const cardId of Object.keys(owned)) {
        if (known && !known.has(cardId)) {
          faults.push(
            `${path}.cards.${programId} has the card ${JSON.stringify(cardId)}, which is not in the program.`,
          );
        }
      }
    }
    for (const programId of Object.keys(claims)) {
      const program = programs.find(({ id }) => id === programId);
      if (!program)
        faults.push(`${path}.claims has the program ${JSON.stringify(programId)}, which is not in programs.`);
      else if (!program.reward) faults.push(`${path}.claims has the program ${programId}, which has no reward.`);
    }
    return faults;
  });
}
