import type { CollectionChallengeProgress } from '@giftoin/types';
import type { Fault } from './recorder.ts';

/** Read as milliseconds, these are days of 1970 to 1973; read as seconds, they are years from 1973 to 5138. */
const seconds = { from: 100_000_000, to: 100_000_000_000 };
const day = 86_400_000;
/** How far two times may be apart that mean the same moment, in milliseconds. */
const close = 120_000;

/**
 * Where a time is certainly not in milliseconds. What cannot be told from outside is left: a sandbox may have a clock of its
 * own, so a time left is held against that of other programs, not against the `Date` header.
 */
export function timeFaults(
  programs: readonly CollectionChallengeProgress[],
  dateHeader: string | undefined,
  isMock: boolean,
): Fault[] {
  // The examples of a mock are of any time.
  const left = isMock
    ? []
    : [...programs.flatMap((program) => unitFaults(program, dateHeader)), ...clockFaults(programs)];
  return [...programs.flatMap(secondsFaults), ...left];
}

function secondsFaults({ createdTimestamp, duration, reward }: CollectionChallengeProgress): Fault[] {
  const times = {
    createdTimestamp,
    'duration.start.date': duration?.start?.date,
    'duration.end.date': duration?.end?.date,
    'reward.claimedTimestamp': reward?.claimedTimestamp,
  };
  return Object.entries(times).flatMap(([path, time]) => {
    if (typeof time !== 'number' || time < seconds.from || time >= seconds.to) return [];
    return [fault(path, `${path} is ${time}, which is a day in 1970 to 1973 in milliseconds.`, 'It is in seconds.')];
  });
}

/** A time left that is just what another unit or the wrong direction would make of the end. */
function unitFaults({ timeLeft, duration }: CollectionChallengeProgress, dateHeader: string | undefined): Fault[] {
  const end = duration?.end?.date;
  const untilEnd = Number(end) - Date.parse(dateHeader ?? '');
  if (typeof timeLeft !== 'number' || timeLeft === 0 || Number.isNaN(untilEnd)) return [];
  const is = (value: number) => Math.abs(value - untilEnd) <= close;
  if (is(timeLeft) || Math.abs(untilEnd) < day / 24) return [];
  const sentence = `timeLeft is ${timeLeft}, and the end is in ${untilEnd} ms.`;
  if (is(timeLeft * 1000)) return [fault('timeLeft', sentence, 'It is in seconds.')];
  if (is(-timeLeft)) return [fault('timeLeft', sentence, 'It is the time since the end.')];
  return Math.abs(Number(end) - timeLeft) <= close ? [fault('timeLeft', sentence, 'It is the time of the end.')] : [];
}

/** Each time left says what time it is: one server has one clock, give or take what it caches. */
function clockFaults(programs: readonly CollectionChallengeProgress[]): Fault[] {
  const clocks = programs.flatMap(({ id, timeLeft, duration }) => {
    const end = duration?.end?.date;
    return typeof timeLeft === 'number' && typeof end === 'number' ? [{ id, end, timeLeft }] : [];
  });
  const running = clocks
    .filter(({ timeLeft }) => timeLeft > 0)
    .map((clock) => ({ ...clock, now: clock.end - clock.timeLeft }));
  const [first] = running;
  if (!first) return [];
  const other =
    running.find(({ now }) => Math.abs(now - first.now) > day) ??
    clocks.find(({ timeLeft, end }) => timeLeft === 0 && end - first.now > day);
  if (!other) return [];
  const sentence =
    `timeLeft is ${first.timeLeft} in a program that ends at ${first.end}, and ${other.timeLeft} in one that ends at ` +
    `${other.end}: it cannot be the same time for both.`;
  return [fault('timeLeft of several', sentence)];
}

function fault(path: string, sentence: string, likelyCause?: string): Fault {
  return { statement: 'times', cause: `times: ${path}`, sentence, expected: 'milliseconds', likelyCause };
}
