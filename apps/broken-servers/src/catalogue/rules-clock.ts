import { changePrograms, changeProgramsIf, hasId, type Progress, setProperty } from '../changes/bodies.ts';
import { changeResponse, combine } from '../changes/responses.ts';
import { createDefects, type EntryOptions, type Row } from '../entry.ts';
import { withHeader } from '../server/headers.ts';
import type { Change } from '../server/respond.ts';
import { programIds } from '../server/worlds.ts';

const hour = 3_600_000;
const ofStatus: EntryOptions = { check: 'responses/status' };
const ofVisibility: EntryOptions = { check: 'responses/visibility' };
const ofTimes: EntryOptions = { check: 'responses/timestamps' };

/** Returns a timeLeft by the clock of this machine. The clock of the conforming server stands still. */
const withTimeLeft = (program: Progress, offset = 0): Progress => {
  const end = program.duration.end?.date;
  return program.timeLeft && end ? { ...program, timeLeft: end - Date.now() + offset } : program;
};

/** Sends the current time as the Date header. A response of the conforming server can come from a cache. */
const atCurrentDate = (change: Change): Change =>
  combine(
    change,
    changeResponse((response) => withHeader(response, 'Date', new Date().toUTCString())),
  );

/** Moves the dates of a program, as if they were in another time zone. */
const moveDates = ({ duration: { start, end }, ...program }: Progress, offset: number) => ({
  ...program,
  duration: {
    start: start && { ...start, date: start.date + offset },
    end: end && { ...end, date: end.date + offset },
  },
});

const rows: readonly Row[] = [
  ['status-completed', 'returns completed as every status', setProperty('status', 'completed'), ofStatus],
  ['status-upcoming', 'returns upcoming as every status', setProperty('status', 'upcoming'), ofStatus],
  ['status-ended', 'returns ended as every status', setProperty('status', 'ended'), ofStatus],
  [
    'status-from-reward',
    'returns completed for a program without cards or reward that can be claimed',
    changePrograms((program) => (program.reward?.canClaim ? program : { ...program, status: 'completed' })),
    ofStatus,
  ],
  [
    'visible-before-start',
    'lists a program before its start although showBefore is false',
    changeProgramsIf(hasId(programIds.upcoming), (program) => ({
      ...program,
      duration: {
        ...program.duration,
        start: program.duration.start && { ...program.duration.start, showBefore: false },
      },
    })),
    ofVisibility,
  ],
  [
    'visible-after-end',
    'lists a program after its end although showAfter is false',
    changeProgramsIf(hasId(programIds.ended), (program) => ({
      ...program,
      duration: { ...program.duration, end: program.duration.end && { ...program.duration.end, showAfter: false } },
    })),
    ofVisibility,
  ],
  [
    'dates-in-time-zone',
    'returns dates that are two hours late, in its own time zone',
    atCurrentDate(changePrograms((program) => moveDates(withTimeLeft(program), 2 * hour))),
    ofTimes,
  ],
  [
    'left-in-time-zone',
    'returns a timeLeft until the end in the time zone of Nepal',
    atCurrentDate(changePrograms((program) => withTimeLeft(program, -5.75 * hour))),
    ofTimes,
  ],
];

export const clockDefects = createDefects('rules', rows);
