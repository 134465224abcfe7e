import { changePrograms, changeProgramsIf, changeProperty } from '../changes/bodies.ts';
import { createDefects, type Row } from '../entry.ts';

const rows: readonly Row[] = [
  [
    'end-before-start',
    'swaps start and end',
    changePrograms((program) => {
      const { start, end } = program.duration;
      return start && end
        ? { ...program, duration: { start: { ...start, date: end.date }, end: { ...end, date: start.date } } }
        : program;
    }),
  ],
  [
    'left-without-end',
    'returns 0 as timeLeft of a program without an end',
    changeProperty('timeLeft', (left) => left ?? 0),
    { check: 'responses/6-duration' },
  ],
  [
    'left-forever',
    'returns the largest integer as timeLeft of a program without an end',
    changeProperty('timeLeft', (left) => left ?? Number.MAX_SAFE_INTEGER),
  ],
  ['left-null', 'returns null as timeLeft of a program with an end', changeProperty('timeLeft', () => null)],
  ['left-missing', 'returns a program with an end without timeLeft', changeProperty('timeLeft', () => undefined)],
  [
    'left-null-after-end',
    'returns null as timeLeft of a program that has ended',
    changeProperty('timeLeft', (left) => left || null),
  ],
  [
    'end-null-after-end',
    'returns null as the end of a program that has ended, and 0 as timeLeft',
    changeProgramsIf(
      ({ status }) => status === 'ended',
      (program) => ({ ...program, duration: { ...program.duration, end: null } }),
    ),
  ],
  [
    'created-in-seconds',
    'returns createdTimestamp in seconds',
    changeProperty('createdTimestamp', (time) => Math.floor(Number(time) / 1_000)),
    { check: 'responses/timestamps' },
  ],
  [
    'left-in-seconds',
    'returns timeLeft in seconds',
    changeProperty('timeLeft', (left) => left && Math.floor(Number(left) / 1_000)),
    { check: 'responses/timestamps' },
  ],
  [
    'left-equal',
    'returns the same timeLeft for every program with an end',
    changeProperty('timeLeft', (left) => (left === null ? null : 500_000_000)),
    { check: 'responses/timestamps' },
  ],
];

export const timeDefects = createDefects('rules', rows);
