import { type ClockState, requireValidTime, toClock } from '@giftoin/simulator/sandbox';
import type { Clock } from '@giftoin/types/sandbox-control';
import type { Engine, Query } from '../database/engine.ts';
import { bumpVersion, readClockState } from './workspace-version.ts';

export async function readClock({ query }: Engine, workspace: string): Promise<Clock> {
  return toClock(await readClockState(query, workspace), Date.now());
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
  return engine.transaction('write', workspace, async (query) => {
    const before = await bumpVersion(query, workspace);
    // Read before the change, so that a change to the maximum is not past it a millisecond later.
    const systemNow = Date.now();
    const clock = change(before);
    requireValidTime(clock, systemNow);
    await storeClock(query, workspace, clock);
    return toClock(clock, systemNow);
  });
}

export async function storeClock(query: Query, workspace: string, { frozenAt, offset }: ClockState): Promise<void> {
  const statement = 'update giftoin_sandbox.workspaces set frozen_at = $2, clock_offset = $3 where workspace = $1';
  await query(statement, workspace, frozenAt, offset);
}
