import { changePrograms, hasId, type Progress } from '../changes/bodies.ts';
import { isForOwner } from '../changes/parameters.ts';
import { createVariants, type Row } from '../entry.ts';
import type { Change } from '../server/respond.ts';
import { programIds } from '../server/worlds.ts';

/** Changes the programs of the user who owns cards. `count` is the number of responses so far. */
const changeByProgress =
  (change: (program: Progress, count: number) => Progress): Change =>
  (respond, account) => {
    let count = 0;
    return (request) => {
      count += 1;
      const current = count;
      return changePrograms((program) => (isForOwner(request) ? change(program, current) : program))(respond, account)(
        request,
      );
    };
  };

/** Returns a program as it was earlier, in the first responses. */
const startFrom = (responses: number, id: string, toEarlier: (program: Progress) => object): Change =>
  changeByProgress((program, count) =>
    count <= responses && hasId(id)(program) ? { ...program, ...toEarlier(program) } : program,
  );

/** Returns a complete program of two cards without its last card. */
const withoutLastCard = ({ cards, reward }: Progress) => ({
  cards: cards.map((card, index) => (index === 0 ? card : { ...card, isOwned: false, ownedQuantity: 0 })),
  collectedCount: 1,
  progressInPercentage: 50,
  status: 'in_progress',
  reward: reward && { ...reward, canClaim: false },
});

const withoutCopies = ({ cards }: Progress) => ({
  cards: cards.map((card) => ({ ...card, ownedQuantity: Math.min(1, card.ownedQuantity) })),
});

/** Adds a number of cards to a program of 100 cards. */
function addCards(program: Progress, count: number): Progress {
  const collectedCount = Math.min(program.size, program.collectedCount + count);
  return {
    ...program,
    collectedCount,
    progressInPercentage: collectedCount,
    cards: program.cards.map((card, index) => ({
      ...card,
      isOwned: index < collectedCount,
      ownedQuantity: index < collectedCount ? Math.max(1, card.ownedQuantity) : 0,
    })),
  };
}

const rows: readonly Row[] = [
  ['copies-early', 'adds copies of cards after 2 requests', startFrom(2, programIds.started, withoutCopies)],
  [
    'card-later',
    'adds the last card of a program after 11 requests',
    startFrom(11, programIds.claimable, withoutLastCard),
  ],
  [
    'cards-throughout',
    'adds a card to every program after every 25 requests',
    changeByProgress((program, count) => addCards(program, Math.floor(count / 25))),
    { world: 'long' },
  ],
];

export const movingProgressVariants = createVariants('conforming', rows);
