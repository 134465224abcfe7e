import type { CollectionChallengeProgress } from '@giftoin/types';

type Program = CollectionChallengeProgress;

/** How far apart two times can be that mean the same moment, in milliseconds. */
export const clockTolerance = 120_000;
/** How exactly an offset must be a whole number of quarter hours to be a time zone, in milliseconds. */
const zoneTolerance = 10_000;
const quarterHour = 900_000;
/** The time zones of the world are at most so far from UTC, in milliseconds. */
const maximumZone = 14 * 3_600_000;

/** The current times that the programs of one response imply: the end minus the time until then. */
function listImpliedTimes(programs: readonly Program[]): { readonly end: number; readonly now: number }[] {
  return programs.flatMap(({ timeLeft, duration }) => {
    const end = duration?.end?.date;
    return typeof timeLeft === 'number' && timeLeft > 0 && typeof end === 'number'
      ? [{ end, now: end - timeLeft }]
      : [];
  });
}

/**
 * Reads the clock of a server from a response: from the Date header if a program confirms it, else from two programs that
 * end at different times. A sandbox can have a clock of its own. Returns undefined if it is not certain.
 */
export function readServerClock(programs: readonly Program[], dateHeader: string | undefined): number | undefined {
  const implied = listImpliedTimes(programs);
  const [first] = implied;
  if (!first || implied.some(({ now }) => Math.abs(now - first.now) > clockTolerance)) return undefined;
  const date = Date.parse(dateHeader ?? '');
  if (Math.abs(first.now - date) <= clockTolerance) return date;
  if (findZoneOffset(programs, dateHeader) !== undefined) return undefined;
  const isConfirmed = implied.some(({ end }) => Math.abs(end - first.end) > clockTolerance);
  return isConfirmed ? first.now : undefined;
}

/**
 * Finds how far the times of all programs are from the Date header, if that is a whole number of quarter hours, as between
 * time zones. In milliseconds.
 */
export function findZoneOffset(programs: readonly Program[], dateHeader: string | undefined): number | undefined {
  const date = Date.parse(dateHeader ?? '');
  const offsets = listImpliedTimes(programs).map(({ now }) => now - date);
  const [first = Number.NaN] = offsets;
  const zone = Math.round(first / quarterHour) * quarterHour;
  if (Number.isNaN(zone) || zone === 0 || Math.abs(zone) > maximumZone) return undefined;
  return offsets.every((offset) => Math.abs(offset - zone) <= zoneTolerance) ? zone : undefined;
}

/** Formats an offset, for example `+05:45`. */
export function formatOffset(offset: number): string {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}
