import { setImmediate } from 'node:timers/promises';
import {
  maxErrors,
  requireLoadableClock,
  requireNoErrors,
  systemClock,
  validateInSteps,
} from '@giftoin/simulator/sandbox';
import type { World } from '@giftoin/types/sandbox-control';
import type { Engine, Query } from '../database/engine.ts';
import { storeClock } from './clocks.ts';
import { readPrograms, storePrograms } from './programs.ts';
import { deleteUsers, readUsers, storeUsers } from './stored-users.ts';
import { readClockState } from './workspace-version.ts';

/**
 * Replaces the world of a workspace.
 *
 * @throws {RequestError} if the world is invalid
 */
export async function storeWorld(engine: Engine, query: Query, workspace: string, world: World): Promise<void> {
  const clock = { ...systemClock, ...world.clock };
  const errors: string[] = [];
  for (const found of validateInSteps(world)) {
    errors.push(...found.slice(0, maxErrors));
    if (errors.length >= maxErrors) break;
    await setImmediate();
  }
  requireNoErrors(errors);
  requireLoadableClock(clock, Date.now());
  await query('delete from giftoin_sandbox.programs where workspace = $1', workspace);
  await deleteUsers(query, workspace);
  await storeClock(query, workspace, clock);
  await storePrograms(engine, query, workspace, world.programs);
  await storeUsers(engine, query, workspace, world.users ?? []);
}

/**
 * Reads the world of a workspace.
 *
 * @throws {RequestError} if the workspace does not exist
 */
export async function readWorld(query: Query, workspace: string): Promise<World> {
  const clock = await readClockState(query, workspace);
  const programs = await readPrograms(query, workspace);
  return { programs, users: await readUsers(query, workspace), clock };
}
