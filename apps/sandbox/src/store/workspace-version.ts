import { type ClockState, createUnknownWorkspaceError } from '@giftoin/simulator/sandbox';
import type { Query, Row } from '../database/engine.ts';

/**
 * Locks a workspace until the transaction ends. Every transaction that changes a workspace locks it first, so that two
 * transactions cannot wait for each other.
 *
 * @returns the clock of the workspace
 * @throws {RequestError} if the workspace does not exist
 */
export function lockWorkspace(query: Query, workspace: string): Promise<ClockState> {
  return addToVersion(query, workspace, 0);
}

/**
 * Locks a workspace and gives it a new version, so that every process reads its state again.
 *
 * @returns the clock of the workspace
 * @throws {RequestError} if the workspace does not exist
 */
export function bumpVersion(query: Query, workspace: string): Promise<ClockState> {
  return addToVersion(query, workspace, 1);
}

async function addToVersion(query: Query, workspace: string, increment: 0 | 1): Promise<ClockState> {
  const [row] = await query(
    'update giftoin_sandbox.workspaces set version = version + $2 where workspace = $1 returning frozen_at, clock_offset',
    workspace,
    increment,
  );
  if (!row) throw createUnknownWorkspaceError(workspace);
  return toClockState(row);
}

/**
 * Reads the clock of a workspace without locking it.
 *
 * @throws {RequestError} if the workspace does not exist
 */
export async function readClockState(query: Query, workspace: string): Promise<ClockState> {
  const [row] = await query(
    'select frozen_at, clock_offset from giftoin_sandbox.workspaces where workspace = $1',
    workspace,
  );
  if (!row) throw createUnknownWorkspaceError(workspace);
  return toClockState(row);
}

export function toClockState(row: Row): ClockState {
  return { frozenAt: row.frozen_at === null ? null : Number(row.frozen_at), offset: Number(row.clock_offset) };
}
