import { type Progress, programs, programsThat, shareOf } from '../changes/bodies.ts';
import { defects, type Row } from '../mutant.ts';
import type { Mutation } from '../server/exchange.ts';
import { ids } from '../server/worlds.ts';

const percent = (count: (program: Progress) => number): Mutation =>
  programs((program) => ({ ...program, progressInPercentage: count(program) }));
const isRunning = ({ size, collectedCount }: Progress) => collectedCount > 0 && collectedCount < size;

/** The same program with other counts, and the percentage that belongs to them. */
const counting = (program: Progress, collectedCount: number, size = program.size): Progress => {
  const counted = { ...program, collectedCount, size };
  return { ...counted, progressInPercentage: Math.floor(shareOf(counted)) };
};

const rows: readonly Row[] = [
  ['percent-rounded', 'the percentage is rounded to the nearest', percent((program) => Math.round(shareOf(program)))],
  ['percent-up', 'the percentage is rounded up', percent((program) => Math.ceil(shareOf(program)))],
  ['percent-float', 'the percentage has a fraction', percent(shareOf)],
  ['percent-share', 'the percentage is a share from 0 to 1', percent((program) => shareOf(program) / 100)],
  [
    'percent-left',
    'the percentage is what is left to collect',
    percent((program) => 100 - Math.floor(shareOf(program))),
  ],
  [
    'percent-of-listed',
    'the percentage is that of the listed cards, of which those that are not owned are left out',
    programsThat(isRunning, (program) => ({
      ...program,
      cards: program.cards.filter(({ isOwned }) => isOwned),
      progressInPercentage: 100,
    })),
  ],
  [
    'percent-of-copies',
    'the percentage counts copies',
    percent(({ cards, size }) =>
      size === 0 ? 0 : Math.floor((100 * cards.reduce((sum, { ownedQuantity }) => sum + ownedQuantity, 0)) / size),
    ),
  ],
  [
    'percent-complete-early',
    'all but one of a thousand is 100 %',
    programsThat(
      ({ id }) => id === ids.begun,
      (program) => ({
        ...program,
        cards: program.cards.slice(0, 1),
        size: 1_000,
        collectedCount: 999,
        progressInPercentage: 100,
      }),
    ),
  ],
  [
    'percent-of-nothing',
    'a program without cards is at 100 %',
    percent((program) => (program.size === 0 ? 100 : Math.floor(shareOf(program)))),
  ],
  [
    'percent-above',
    'a complete program with copies is above 100 %',
    percent((program) => (shareOf(program) === 100 ? 150 : Math.floor(shareOf(program)))),
  ],
  [
    'percent-negative',
    'a program without cards is at -1 %',
    percent((program) => (program.size === 0 ? -1 : Math.floor(shareOf(program)))),
  ],
  [
    'percent-claimed',
    'a claimed program starts again at 0 %',
    percent((program) => (program.reward?.isClaimed ? 0 : Math.floor(shareOf(program)))),
  ],
  [
    'percent-ended',
    'an ended program is at 100 %',
    percent((program) => (program.status === 'ended' ? 100 : Math.floor(shareOf(program)))),
  ],
  [
    'percent-late',
    'the percentage is that of one card less',
    percent((program) => Math.floor(shareOf({ ...program, collectedCount: Math.max(0, program.collectedCount - 1) }))),
  ],
  [
    'count-of-copies',
    'collectedCount counts copies',
    programs((program) => ({
      ...program,
      collectedCount: program.cards.reduce((sum, { ownedQuantity }) => sum + ownedQuantity, 0),
    })),
  ],
  [
    'count-above',
    'collectedCount is above size where complete',
    programs((program) => (shareOf(program) === 100 ? { ...program, collectedCount: program.size + 1 } : program)),
  ],
  ['count-zero', 'collectedCount is always 0', programs((program) => counting(program, 0))],
  ['count-of-all', 'collectedCount counts every card', programs((program) => counting(program, program.size))],
  [
    'size-of-owned',
    'size counts the owned cards alone',
    programs((program) => counting(program, program.collectedCount, program.collectedCount)),
  ],
  [
    'size-short',
    'size is one less than there are cards',
    programs((program) => (isRunning(program) ? counting(program, program.collectedCount, program.size - 1) : program)),
  ],
  [
    'count-higher',
    'collectedCount is one more than is owned',
    programs((program) => (isRunning(program) ? counting(program, program.collectedCount + 1) : program)),
  ],
  [
    'count-lower',
    'collectedCount is one less than is owned',
    programs((program) => (isRunning(program) ? counting(program, program.collectedCount - 1) : program)),
  ],
];

export const countDefects = defects('rules', rows);
