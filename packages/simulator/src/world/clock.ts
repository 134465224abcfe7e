/** The clock of a workspace. It is frozen, or it runs with an offset to the system clock. */
export interface ClockState {
  /** The time at which the clock is frozen, in milliseconds since 1970-01-01T00:00:00Z. Null if it runs. */
  readonly frozenAt: number | null;
  /** The difference between a running clock and the system clock, in milliseconds. Positive if the clock is ahead. */
  readonly offset: number;
}

/** The highest timestamp of JavaScript's Date, in milliseconds. A clock that reaches it stays there. */
export const maxTimestamp = 8.64e15;

/** A clock that follows the system clock. */
export const systemClock: ClockState = { frozenAt: null, offset: 0 };

/**
 * Returns the time of a clock, in milliseconds since 1970-01-01T00:00:00Z.
 *
 * @param systemTime Default: now.
 */
export function readTime({ frozenAt, offset }: ClockState, systemTime: number = Date.now()): number {
  return frozenAt ?? Math.min(systemTime + offset, maxTimestamp);
}

/**
 * Returns the clock with another time. A frozen clock stays frozen, a running clock continues from there.
 *
 * @param systemTime Default: now.
 */
export function withTime(clock: ClockState, time: number, systemTime: number = Date.now()): ClockState {
  return clock.frozenAt === null ? { frozenAt: null, offset: time - systemTime } : { ...clock, frozenAt: time };
}
