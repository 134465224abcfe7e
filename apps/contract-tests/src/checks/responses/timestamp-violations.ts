import type { CollectionChallengeProgress } from '@giftoin/types';
import type { CompleteExchange } from '../../model/exchange.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../../model/suite-violation.ts';
import { listPrograms } from './rule-violations.ts';
import { findZoneOffset, formatOffset } from './server-clock.ts';

type Program = CollectionChallengeProgress;

/** As milliseconds, these are days in 1970 to 1973. As seconds, they are years from 1973 to 5138. */
const secondsRange = { from: 100_000_000, to: 100_000_000_000 };
const day = 86_400_000;
/** How far apart two times can be that mean the same moment, in milliseconds. */
const tolerance = 120_000;

/**
 * Finds times that are certainly not in milliseconds. A sandbox can have a clock of its own, so the timeLeft of a program is
 * compared with other programs, not only with the Date header.
 */
export function findTimestampViolations(server: ServerUnderTest, exchange: CompleteExchange): SuiteViolation[] {
  const programs = listPrograms(exchange);
  const date = exchange.response.headers.date?.[0];
  // The examples of a mock can have any time.
  const found = server.isMock
    ? programs.flatMap(findTimesInSeconds)
    : [
        ...programs.flatMap(findTimesInSeconds),
        ...programs.flatMap((program) => findWrongTimeLeft(program, date)),
        ...findTimeZone(programs, date),
        ...findInconsistentTimeLeft(programs),
      ];
  return found.map((violation) => createViolation(server, violation));
}

function findTimesInSeconds({ createdTimestamp, duration, reward }: Program): SuiteViolation[] {
  const times = {
    createdTimestamp,
    'duration.start.date': duration?.start?.date,
    'duration.end.date': duration?.end?.date,
    'reward.claimedTimestamp': reward?.claimedTimestamp,
  };
  return Object.entries(times).flatMap(([path, time]) => {
    if (typeof time !== 'number' || time < secondsRange.from || time >= secondsRange.to) return [];
    const message = `${path} is ${time}, which is a day in 1970 to 1973. Expected milliseconds.`;
    return [toViolation('timestamp-in-seconds', path, { actual: time }, message, 'The time is in seconds.')];
  });
}

/** Finds a timeLeft that is in another unit, or that is another time. */
function findWrongTimeLeft({ timeLeft, duration }: Program, dateHeader: string | undefined): SuiteViolation[] {
  const end = duration?.end?.date;
  const untilEnd = Number(end) - Date.parse(dateHeader ?? '');
  if (typeof timeLeft !== 'number' || timeLeft === 0 || Number.isNaN(untilEnd)) return [];
  const isUntilEnd = (value: number) => Math.abs(value - untilEnd) <= tolerance;
  if (isUntilEnd(timeLeft) || Math.abs(untilEnd) < day / 24) return [];
  const create = (code: string, likelyCause: string) => {
    const message = `timeLeft is ${timeLeft}, but the program ends in ${untilEnd} ms.`;
    return [toViolation(code, 'timeLeft', { actual: timeLeft, untilEnd }, message, likelyCause)];
  };
  if (isUntilEnd(timeLeft * 1000)) return create('time-left-in-seconds', 'timeLeft is in seconds.');
  if (isUntilEnd(-timeLeft)) return create('time-left-since-end', 'timeLeft is the time since the end.');
  if (Math.abs(Number(end) - timeLeft) > tolerance) return [];
  return create('time-left-is-end', 'timeLeft is the time of the end.');
}

/** Finds times that are all apart from the Date header by the offset of a time zone. */
function findTimeZone(programs: readonly Program[], dateHeader: string | undefined): SuiteViolation[] {
  const offset = findZoneOffset(programs, dateHeader);
  if (offset === undefined) return [];
  const zone = formatOffset(offset);
  const message =
    `duration.end.date minus timeLeft is ${zone} from the Date header in every program, which is the offset of a time zone. ` +
    'Expected the same time.';
  const cause = `The server takes times in UTC for times in the zone UTC${zone}, or the reverse, in duration.end.date or timeLeft.`;
  return [toViolation('time-zone-offset', 'duration.end.date', { offset }, message, cause)];
}

/** Each timeLeft implies a current time. One server has one clock, with a tolerance for caches. */
function findInconsistentTimeLeft(programs: readonly Program[]): SuiteViolation[] {
  const clocks = programs.flatMap(({ timeLeft, duration }) => {
    const end = duration?.end?.date;
    return typeof timeLeft === 'number' && typeof end === 'number' ? [{ end, timeLeft }] : [];
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
  const message =
    `timeLeft is ${first.timeLeft} in a program that ends at ${first.end}, but ${other.timeLeft} in one that ends at ` +
    `${other.end}. Expected both to imply the same current time.`;
  const values = { timeLeft: first.timeLeft, end: first.end, otherTimeLeft: other.timeLeft, otherEnd: other.end };
  return [toViolation('time-left-inconsistent', 'timeLeft', values, message)];
}

function toViolation(
  code: string,
  path: string,
  values: Readonly<Record<string, number>>,
  message: string,
  likelyCause?: string,
): SuiteViolation {
  return { requirement: 'timestamps', code, path, values, message, expected: 'milliseconds', likelyCause };
}
