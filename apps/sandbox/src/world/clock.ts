/** The clock of a workspace: it stands still, or runs ahead of the wall by `offset` milliseconds. */
export interface ClockState {
  /** The time at which it stands still, in milliseconds since 1970-01-01T00:00:00Z; null where it runs. */
  readonly frozenAt: number | null;
  /** How far it is ahead of the wall while it runs, in milliseconds; negative behind it. */
  readonly offset: number;
}

/** A clock that follows the wall. */
export const systemClock: ClockState = { frozenAt: null, offset: 0 };

/** The time of a clock, in milliseconds since 1970-01-01T00:00:00Z. */
export function readTime({ frozenAt, offset }: ClockState, wall: number = Date.now()): number {
  return frozenAt ?? wall + offset;
}

/** The same clock at another time: a frozen one stays frozen, a running one goes on from there. */
export function withTime(clock: ClockState, time: number, wall: number = Date.now()): ClockState {
  return clock.frozenAt === null ? { frozenAt: null, offset: time - wall } : { ...clock, frozenAt: time };
}
