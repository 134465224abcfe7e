import { type InventoryKey, requireClaimable, requireClaimed } from '@giftoin/simulator/sandbox';
import type { ProgressSummary } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';
import { changeInventory } from './change-inventory.ts';
import { toKeyValues } from './inventory.ts';

/**
 * Claims the reward of a completed collection.
 *
 * @throws {RequestError} if there is no reward, or it is already claimed or cannot be claimed yet
 */
export function claimReward(engine: Engine, key: InventoryKey): Promise<ProgressSummary> {
  return changeInventory(engine, key, async (query, program, inventory, now) => {
    requireClaimable(program, inventory, now);
    const insert =
      'insert into giftoin_sandbox.claims (workspace, user_key, program_id, claimed_at) values ($1, $2, $3, $4)';
    await query(insert, ...toKeyValues(key), now);
  });
}

/**
 * Cancels a claim.
 *
 * @throws {RequestError} if the reward is not claimed
 */
export function unclaimReward(engine: Engine, key: InventoryKey): Promise<ProgressSummary> {
  return changeInventory(engine, key, async (query, program, inventory) => {
    requireClaimed(program, inventory);
    await query(
      'delete from giftoin_sandbox.claims where workspace = $1 and user_key = $2 and program_id = $3',
      ...toKeyValues(key),
    );
  });
}
