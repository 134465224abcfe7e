import { RequestError } from '@giftoin/http/portable';
import type { Clock } from '@giftoin/types/sandbox-control';
import { type ClockState, maxTimestamp, readTime } from '../world/clock.ts';

/** How long a running clock of a world can be past the maximum, in milliseconds: the world may have been exported long ago. */
const maxAge = 10 * 366 * 86_400_000;

/** @throws {RequestError} 400 if the time of a clock is not a valid timestamp, or an export of the clock would not be valid */
export function requireValidTime({ frozenAt, offset }: ClockState, systemTime: number): void {
  const now = frozenAt ?? systemTime + offset;
  if (Math.abs(now) <= maxTimestamp && Math.abs(offset) <= maxTimestamp) return;
  throw new RequestError(400, `The clock would be at ${now}. The maximum is ${maxTimestamp} milliseconds.`);
}

/**
 * Accepts every clock that was valid when its world was exported.
 *
 * @throws {RequestError} 400 if the time of a clock in a world is not a valid timestamp
 */
export function requireLoadableClock(clock: ClockState, systemTime: number): void {
  const isRunning = clock.frozenAt === null;
  const isPast = isRunning && systemTime + clock.offset > maxTimestamp;
  requireValidTime(clock, isPast ? systemTime - maxAge : systemTime);
}

/** A clock as the control API returns it. */
export function toClock({ frozenAt, offset }: ClockState, systemTime: number): Clock {
  return { now: readTime({ frozenAt, offset }, systemTime), frozenAt, offset };
}
