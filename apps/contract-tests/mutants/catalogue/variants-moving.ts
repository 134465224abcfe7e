import { type Progress, programs } from '../changes/bodies.ts';
import { parameterOf } from '../changes/targets.ts';
import { type Row, variants } from '../mutant.ts';
import type { Mutation } from '../server/exchange.ts';
import { ids } from '../server/worlds.ts';

/** The first so many answers are from before the user did something. */
function movingOn(until: number, id: string, before: (program: Progress) => object): Mutation {
  return (ask, setting) => {
    let answers = 0;
    const earlier = programs((program, request) => {
      const isTheirs = program.id === id && parameterOf(request, 'platformUserId') === setting.user;
      return isTheirs ? { ...program, ...before(program) } : program;
    })(ask, setting);
    return (request) => {
      answers += 1;
      return answers <= until ? earlier(request) : ask(request);
    };
  };
}

/** Before the last card of a complete program of two. */
const beforeTheCard = ({ cards, reward }: Progress) => ({
  cards: cards.map((card, index) => (index === 0 ? card : { ...card, isOwned: false, ownedQuantity: 0 })),
  collectedCount: 1,
  progressInPercentage: 50,
  status: 'in_progress',
  reward: reward && { ...reward, canClaim: false },
});

/** Before the copy after the first of each card. */
const beforeTheCopies = ({ cards }: Progress) => ({
  cards: cards.map((card) => ({ ...card, ownedQuantity: Math.min(1, card.ownedQuantity) })),
});

const rows: readonly Row[] = [
  ['copies-early', 'the user gets copies of cards after two requests', movingOn(2, ids.started, beforeTheCopies)],
  ['card-soon', 'the user gets a last card after eleven requests', movingOn(11, ids.claimable, beforeTheCard)],
];

export const movingVariants = variants('conforming', rows);
