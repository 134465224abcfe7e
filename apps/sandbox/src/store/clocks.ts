import { RequestError } from '@giftoin/http';
import type { Clock } from '@giftoin/types/sandbox-control';
import type { Engine, Query } from '../database/engine.ts';
import { type ClockState, readTime } from '../world/clock.ts';
import { bumpVersion, readClockState } from './workspace-version.ts';

/** The highest timestamp of JavaScript's Date, in milliseconds. */
const maxTimestamp = 8.64e15;

export async function readClock({ query }: Engine, workspace: string): Promise<Clock> {
  return toClock(await readClockState(query, workspace));
}

/**
 * Changes the clock of a workspace.
 *
 * @param change returns the new state
 * @throws {RequestError} if the workspace does not exist, or the new time is not a valid timestamp
 */
export function changeClock(
  engine: Engine,
  workspace: string,
  change: (clock: ClockState) => ClockState,
): Promise<Clock> {
  return engine.transaction('write', async (query) => {
    const clock = change(await bumpVersion(query, workspace));
    const now = readTime(clock);
    if (Math.abs(now) > maxTimestamp) {
      throw new RequestError(400, `The clock would be at ${now}. The maximum is ${maxTimestamp} milliseconds.`);
    }
    await storeClock(query, workspace, clock);
    return toClock(clock);
  });
}

export async function storeClock(query: Query, workspace: string, { frozenAt, offset }: ClockState): Promise<void> {
  const statement = 'update workspaces set frozen_at = $2, clock_offset = $3 where workspace = $1';
  await query(statement, workspace, frozenAt, offset);
}

function toClock({ frozenAt, offset }: ClockState): Clock {
  return { now: readTime({ frozenAt, offset }), frozenAt, offset };
}
