import { changePrograms, computePercentage, type Progress } from '../changes/bodies.ts';
import { createDefects, type Row } from '../entry.ts';
import type { Change } from '../server/respond.ts';

/** Changes some properties of every reward. */
const changeRewards = (change: (reward: NonNullable<Progress['reward']>, program: Progress) => object): Change =>
  changePrograms((program) =>
    program.reward ? { ...program, reward: { ...program.reward, ...change(program.reward, program) } } : program,
  );

const changeCards = (change: (card: Progress['cards'][number], program: Progress) => object): Change =>
  changePrograms((program) => ({
    ...program,
    cards: program.cards.map((card) => ({ ...card, ...change(card, program) })),
  }));

const rows: readonly Row[] = [
  [
    'card-twice',
    'lists the first card twice',
    changePrograms((program) => ({ ...program, cards: [...program.cards.slice(0, 1), ...program.cards] })),
  ],
  [
    'card-for-each-copy',
    'lists a card once for each copy',
    changePrograms((program) => ({
      ...program,
      cards: program.cards.flatMap((card) => Array.from({ length: Math.max(1, card.ownedQuantity) }, () => card)),
    })),
  ],
  [
    'card-ids-equal',
    'returns the ID of the program as the ID of every card',
    changeCards((_, { id }) => ({ id })),
    { check: 'responses/2-unique-ids' },
  ],
  ['owned-always', 'returns isOwned true for every card', changeCards(() => ({ isOwned: true }))],
  ['owned-never', 'returns isOwned false for every card', changeCards(() => ({ isOwned: false }))],
  [
    'owned-from-two',
    'returns isOwned true only for cards with two copies or more',
    changeCards(({ ownedQuantity }) => ({ isOwned: ownedQuantity > 1 })),
  ],
  [
    'quantity-zero',
    'returns the quantity 0 for owned cards',
    changeCards(() => ({ ownedQuantity: 0 })),
    { check: 'responses/3-ownership' },
  ],
  [
    'quantity-for-all',
    'returns the quantity 1 for cards that are not owned',
    changeCards(({ ownedQuantity }) => ({ ownedQuantity: Math.max(1, ownedQuantity) })),
  ],
  [
    'claim-always',
    'returns canClaim true for every reward',
    changeRewards(() => ({ canClaim: true })),
    { check: 'responses/5-reward' },
  ],
  [
    'claim-from-half',
    'returns canClaim true from 50 % on',
    changeRewards(({ canClaim, isClaimed }, program) => ({
      canClaim: canClaim || (!isClaimed && computePercentage(program) >= 50),
    })),
  ],
  [
    'claim-of-empty',
    'returns canClaim true for a program without cards',
    changeRewards(({ canClaim }, { size }) => ({ canClaim: canClaim || size === 0 })),
  ],
  [
    'claim-again',
    'returns canClaim true after the claim',
    changeRewards(({ canClaim, isClaimed }) => ({ canClaim: canClaim || isClaimed })),
  ],
  [
    'claimed-when-complete',
    'returns isClaimed true for every complete program',
    changeRewards((reward, program) => ({
      isClaimed: computePercentage(program) === 100,
      canClaim: false,
      claimedTimestamp: reward.claimedTimestamp ?? null,
    })),
  ],
  [
    'claimed-time-null',
    'returns null as claimedTimestamp of a claimed reward',
    changeRewards(() => ({ claimedTimestamp: null })),
  ],
  [
    'claimed-time-missing',
    'returns a claimed reward without claimedTimestamp',
    changeRewards(() => ({ claimedTimestamp: undefined })),
  ],
  [
    'claim-upcoming',
    'returns canClaim true before the program starts',
    changeRewards(({ canClaim }, { status }) => ({ canClaim: canClaim || status === 'upcoming' })),
  ],
];

export const stateDefects = createDefects('rules', rows);
