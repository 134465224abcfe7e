import { changePrograms, changeProgramsIf, changeProperty, hasId, setProperty } from '../changes/bodies.ts';
import { changeResponse, combine } from '../changes/responses.ts';
import { createVariants, type Row } from '../entry.ts';
import { withHeader } from '../server/headers.ts';
import type { Change } from '../server/respond.ts';
import { programIds } from '../server/worlds.ts';

const minute = 60_000;
const hour = 60 * minute;

/** Lets a program end at another time, and hides it afterwards. */
const endAfter =
  (offset: number): Change =>
  (respond, account) => {
    const date = Date.now() + offset;
    return changeProgramsIf(hasId(programIds.ended), (program) => ({
      ...program,
      timeLeft: Math.max(0, offset),
      duration: { ...program.duration, end: { date, showAfter: false } },
    }))(respond, account);
  };

/** A time that is the same in every response. */
const later = Date.now() + 999 * hour;

const rows: readonly Row[] = [
  ['status-unused', 'returns in_progress as every status', setProperty('status', 'in_progress')],
  [
    'status-of-another-language',
    'returns statuses in upper case',
    changeProperty('status', (status) => String(status).toUpperCase()),
  ],
  ['just-ended', 'lists a hidden program that has ended seconds ago', endAfter(-20_000)],
  ['ends-soon', 'lists a hidden program that ends in seconds', endAfter(20_000)],
  [
    'clock-of-its-own',
    'has a clock that is 3 hours and 7 minutes behind',
    changePrograms((program) => ({
      ...program,
      timeLeft: program.timeLeft && program.timeLeft + 3 * hour + 7 * minute,
    })),
  ],
  [
    'clock-days-ahead',
    'has a clock that is 3 days ahead, by which a program has ended that is hidden afterwards',
    changePrograms((program) => ({
      ...program,
      status: program.id === programIds.upcoming ? 'in_progress' : program.status,
      timeLeft: program.timeLeft && Math.max(0, program.timeLeft - 72 * hour),
    })),
  ],
  [
    'clock-not-known',
    'sends no Date header, and has only programs without an end',
    combine(
      changePrograms((program) => ({
        ...program,
        timeLeft: null,
        duration: { start: { date: later, showBefore: false }, end: null },
      })),
      changeResponse((response) => withHeader(response, 'Date', undefined)),
    ),
  ],
];

export const clockVariants = createVariants('conforming', rows);
