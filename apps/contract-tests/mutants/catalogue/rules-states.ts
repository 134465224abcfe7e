import { type Progress, programs, puts, shareOf } from '../changes/bodies.ts';
import { defects, type Row } from '../mutant.ts';
import type { Mutation } from '../server/exchange.ts';

/** A reward that is there, changed. */
const rewards = (change: (reward: NonNullable<Progress['reward']>, program: Progress) => object): Mutation =>
  programs((program) =>
    program.reward ? { ...program, reward: { ...program.reward, ...change(program.reward, program) } } : program,
  );

const cards = (change: (card: Progress['cards'][number]) => object): Mutation =>
  programs((program) => ({ ...program, cards: program.cards.map((card) => ({ ...card, ...change(card) })) }));

const rows: readonly Row[] = [
  [
    'card-twice',
    'the first card is listed twice',
    programs((program) => ({ ...program, cards: [...program.cards.slice(0, 1), ...program.cards] })),
  ],
  [
    'card-for-each-copy',
    'a card is listed once for each copy',
    programs((program) => ({
      ...program,
      cards: program.cards.flatMap((card) => Array.from({ length: Math.max(1, card.ownedQuantity) }, () => card)),
    })),
  ],
  [
    'card-ids-equal',
    'all cards of a program have the id of the program',
    programs((program) => ({ ...program, cards: program.cards.map((card) => ({ ...card, id: program.id })) })),
  ],
  ['owned-without-copy', 'isOwned is true for every card', cards(() => ({ isOwned: true }))],
  ['copy-without-owned', 'isOwned is false for every card', cards(() => ({ isOwned: false }))],
  [
    'owned-from-two',
    'isOwned is true from two copies on',
    cards(({ ownedQuantity }) => ({ isOwned: ownedQuantity > 1 })),
  ],
  ['quantity-lost', 'a card that is owned has the quantity 0', cards(({ isOwned }) => ({ isOwned, ownedQuantity: 0 }))],
  [
    'quantity-for-all',
    'a card that is not owned has the quantity 1',
    cards(({ ownedQuantity }) => ({ ownedQuantity: Math.max(1, ownedQuantity) })),
  ],
  ['claim-always', 'canClaim is always true', rewards(() => ({ canClaim: true }))],
  [
    'claim-from-half',
    'canClaim is true from half of the cards on',
    rewards(({ canClaim, isClaimed }, program) => ({ canClaim: canClaim || (!isClaimed && shareOf(program) >= 50) })),
  ],
  [
    'claim-of-nothing',
    'canClaim is true for a program without cards',
    rewards(({ canClaim }, { size }) => ({ canClaim: canClaim || size === 0 })),
  ],
  [
    'claim-again',
    'canClaim stays true after the claim',
    rewards(({ canClaim, isClaimed }) => ({ canClaim: canClaim || isClaimed })),
  ],
  [
    'claimed-when-complete',
    'isClaimed is true as soon as a program is complete',
    rewards((reward, program) => ({
      isClaimed: shareOf(program) === 100,
      canClaim: false,
      claimedTimestamp: reward.claimedTimestamp ?? null,
    })),
  ],
  ['claimed-without-time', 'a claimed reward has no claimedTimestamp', rewards(() => ({ claimedTimestamp: null }))],
  [
    'claimed-time-absent',
    'a claimed reward leaves claimedTimestamp out',
    rewards(() => ({ claimedTimestamp: undefined })),
  ],
  [
    'claim-upcoming',
    'canClaim is true before the program starts',
    rewards(({ canClaim }, { status }) => ({ canClaim: canClaim || status === 'upcoming' })),
  ],
  [
    'end-before-start',
    'start and end are exchanged',
    programs((program) => {
      const { start, end } = program.duration;
      return start && end
        ? { ...program, duration: { start: { ...start, date: end.date }, end: { ...end, date: start.date } } }
        : program;
    }),
  ],
  ['left-without-end', 'an endless program has 0 ms left', puts('timeLeft', (left) => left ?? 0)],
  [
    'left-forever',
    'an endless program has the largest number of milliseconds left',
    puts('timeLeft', (left) => left ?? Number.MAX_SAFE_INTEGER),
  ],
  ['no-left', 'timeLeft is null where there is an end', puts('timeLeft', () => null)],
  ['left-absent', 'timeLeft is left out where there is an end', puts('timeLeft', () => undefined)],
  ['left-null-when-over', 'timeLeft is null once the program has ended', puts('timeLeft', (left) => left || null)],
  [
    'end-hidden',
    'an end that is over is null, and timeLeft 0',
    programs((program) =>
      program.status === 'ended' ? { ...program, duration: { ...program.duration, end: null } } : program,
    ),
  ],
];

export const stateDefects = defects('rules', rows);
