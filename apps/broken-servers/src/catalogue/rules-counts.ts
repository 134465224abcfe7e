import { changePrograms, changeProgramsIf, computePercentage, hasId, type Progress } from '../changes/bodies.ts';
import { createDefects, type Row } from '../entry.ts';
import type { Change } from '../server/respond.ts';
import { programIds } from '../server/worlds.ts';

const setPercentage = (compute: (program: Progress) => number): Change =>
  changePrograms((program) => ({ ...program, progressInPercentage: compute(program) }));
const roundDown = (program: Parameters<typeof computePercentage>[0]) => Math.floor(computePercentage(program));
const isRunning = ({ size, collectedCount }: Progress) => collectedCount > 0 && collectedCount < size;
const isComplete = (program: Progress) => computePercentage(program) === 100;
const countCopies = ({ cards }: Progress) => cards.reduce((sum, { ownedQuantity }) => sum + ownedQuantity, 0);

/** Sets the counts, and the percentage that they require. */
const setCounts = (program: Progress, collectedCount: number, size = program.size): Progress => {
  const counted = { ...program, collectedCount, size };
  return { ...counted, progressInPercentage: roundDown(counted) };
};

const rows: readonly Row[] = [
  [
    'percent-nearest',
    'rounds the percentage to the nearest integer',
    setPercentage((program) => Math.round(computePercentage(program))),
    { check: 'responses/1-counts' },
  ],
  ['percent-up', 'rounds the percentage up', setPercentage((program) => Math.ceil(computePercentage(program)))],
  ['percent-fraction', 'does not round the percentage', setPercentage(computePercentage)],
  [
    'percent-ratio',
    'returns a ratio from 0 to 1 as the percentage',
    setPercentage((program) => computePercentage(program) / 100),
  ],
  [
    'percent-left',
    'returns the percentage that is left to collect',
    setPercentage((program) => 100 - roundDown(program)),
  ],
  [
    'percent-of-listed',
    'lists only the owned cards, and returns their share of the listed cards as the percentage',
    changeProgramsIf(isRunning, (program) => ({
      ...program,
      cards: program.cards.filter(({ isOwned }) => isOwned),
      progressInPercentage: 100,
    })),
  ],
  [
    'percent-of-copies',
    'counts copies in the percentage',
    setPercentage((program) => (program.size === 0 ? 0 : Math.floor((100 * countCopies(program)) / program.size))),
  ],
  [
    'percent-complete-early',
    'returns 100 % for 999 of 1000 cards',
    changeProgramsIf(hasId(programIds.begun), (program) => ({
      ...program,
      cards: program.cards.slice(0, 1),
      size: 1_000,
      collectedCount: 999,
      progressInPercentage: 100,
    })),
  ],
  [
    'percent-of-empty',
    'returns 100 % for a program without cards',
    setPercentage((program) => (program.size === 0 ? 100 : roundDown(program))),
  ],
  [
    'percent-above-100',
    'returns 150 % for a complete program',
    setPercentage((program) => (isComplete(program) ? 150 : roundDown(program))),
  ],
  [
    'percent-negative',
    'returns -1 % for a program without cards',
    setPercentage((program) => (program.size === 0 ? -1 : roundDown(program))),
  ],
  [
    'percent-claimed',
    'returns 0 % for a claimed program',
    setPercentage((program) => (program.reward?.isClaimed ? 0 : roundDown(program))),
  ],
  [
    'percent-ended',
    'returns 100 % for a program that has ended',
    setPercentage((program) => (program.status === 'ended' ? 100 : roundDown(program))),
  ],
  [
    'percent-outdated',
    'returns the percentage before the last collected card',
    setPercentage((program) => roundDown({ ...program, collectedCount: Math.max(0, program.collectedCount - 1) })),
  ],
  [
    'count-of-copies',
    'counts copies in collectedCount',
    changePrograms((program) => ({ ...program, collectedCount: countCopies(program) })),
  ],
  [
    'count-above-size',
    'returns a collectedCount above size for a complete program',
    changeProgramsIf(isComplete, (program) => ({ ...program, collectedCount: program.size + 1 })),
  ],
  ['count-zero', 'returns 0 as collectedCount', changePrograms((program) => setCounts(program, 0))],
  [
    'count-of-all',
    'counts every card in collectedCount',
    changePrograms((program) => setCounts(program, program.size)),
  ],
  [
    'size-of-owned',
    'counts only the owned cards in size',
    changePrograms((program) => setCounts(program, program.collectedCount, program.collectedCount)),
  ],
  [
    'size-too-small',
    'returns a size that is less than the number of cards',
    changeProgramsIf(isRunning, (program) => setCounts(program, program.collectedCount, program.size - 1)),
    { check: 'responses/4-listed-cards' },
  ],
  [
    'count-too-high',
    'returns a collectedCount of one more than the owned cards',
    changeProgramsIf(isRunning, (program) => setCounts(program, program.collectedCount + 1)),
  ],
  [
    'count-too-low',
    'returns a collectedCount of one less than the owned cards',
    changeProgramsIf(isRunning, (program) => setCounts(program, program.collectedCount - 1)),
  ],
];

export const countDefects = createDefects('rules', rows);
