import type { Program, World } from '@giftoin/types/sandbox-control';
import { createWinterChallenge } from './default-world.ts';
import type { UserId } from './user-id.ts';

/**
 * Creates a world of many programs. The user owns no cards of the first program, all cards of the last one, and a growing
 * share of the programs between.
 *
 * @param programCount the number of programs
 * @param cardCount the number of cards of each program
 */
export function createManyPrograms(user: UserId, programCount: number, cardCount: number, now: number): World {
  const template = createWinterChallenge(now);
  const programs = Array.from({ length: programCount }, (_, index): Program => {
    const number = index + 1;
    return {
      ...template,
      id: index === 0 ? template.id : `program_${1_000 + number}`,
      name: `Challenge ${number}`,
      cards: Array.from({ length: cardCount }, (_, cardIndex) => ({
        id: `card_${number}_${cardIndex + 1}`,
        name: `Card ${cardIndex + 1} of Challenge ${number}`,
        image: `https://example.com/images/challenge-${number}-card-${cardIndex + 1}.png`,
        rarity: 'rare',
      })),
    };
  });
  const owned = programs.map((program, index) => {
    const ownedCount = Math.round((index * cardCount) / Math.max(1, programCount - 1));
    return [program.id, Object.fromEntries(program.cards.slice(0, ownedCount).map(({ id }) => [id, 1]))];
  });
  return { programs, users: [{ ...user, cards: Object.fromEntries(owned) }] };
}
