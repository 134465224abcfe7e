import { RequestError } from '@giftoin/http/portable';
import type { Clock } from '@giftoin/types/sandbox-control';
import { type ClockState, readTime } from '../world/clock.ts';

/** The highest timestamp of JavaScript's Date, in milliseconds. */
const maxTimestamp = 8.64e15;

/** @throws {RequestError} 400 if the time of a clock is not a valid timestamp */
export function requireValidTime(clock: ClockState, systemTime: number): void {
  const now = readTime(clock, systemTime);
  if (Math.abs(now) <= maxTimestamp) return;
  throw new RequestError(400, `The clock would be at ${now}. The maximum is ${maxTimestamp} milliseconds.`);
}

/** A clock as the control API returns it. */
export function toClock({ frozenAt, offset }: ClockState, systemTime: number): Clock {
  return { now: readTime({ frozenAt, offset }, systemTime), frozenAt, offset };
}
