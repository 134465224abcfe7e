import {
  formatUserKey,
  type InventoryKey,
  type ProgramInventory,
  readTime,
  toProgressSummary,
} from '@giftoin/simulator/sandbox';
import type { Program, ProgressSummary } from '@giftoin/types/sandbox-control';
import type { Engine, Query } from '../database/engine.ts';
import { readProgram } from './change-program.ts';
import { readProgramInventory } from './inventory.ts';
import { lockWorkspace } from './workspace-version.ts';

type Change = (query: Query, program: Program, inventory: ProgramInventory, now: number) => Promise<void>;

/**
 * Changes the inventory of a user in a program. Changes in one workspace run one after the other.
 *
 * @returns the progress after the change
 * @throws {RequestError} if the workspace or the program does not exist
 */
export function changeInventory(engine: Engine, key: InventoryKey, change: Change): Promise<ProgressSummary> {
  return engine.transaction('write', key.workspace, async (query) => {
    const now = readTime(await lockWorkspace(query, key.workspace));
    await query(
      `insert into giftoin_sandbox.users (workspace, user_key, version) values ($1, $2, 1)
      on conflict (workspace, user_key) do update set version = users.version + 1`,
      key.workspace,
      formatUserKey(key),
    );
    const program = await readProgram(query, key.workspace, key.programId);
    await change(query, program, await readProgramInventory(query, key), now);
    return toProgressSummary(program, await readProgramInventory(query, key), now);
  });
}
