import { RequestError } from '@giftoin/http';
import type { ProgressSummary } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';
import { computeProgress } from '../world/progress.ts';
import { changeInventory } from './change-inventory.ts';
import { type InventoryKey, toKeyValues } from './inventory.ts';

/**
 * Claims the reward of a completed collection.
 *
 * @throws {RequestError} if there is no reward, or it is already claimed or cannot be claimed yet
 */
export function claimReward(engine: Engine, key: InventoryKey): Promise<ProgressSummary> {
  return changeInventory(engine, key, async (query, program, inventory, now) => {
    const { reward, status, collectedCount, size } = computeProgress(program, inventory, now);
    if (!reward) throw new RequestError(409, `The program ${program.id} has no reward.`);
    if (reward.isClaimed) throw new RequestError(409, `The reward of ${program.id} is already claimed.`);
    if (!reward.canClaim) {
      const reason =
        status === 'upcoming' ? 'the program has not started' : `the user owns ${collectedCount} of ${size} cards`;
      throw new RequestError(409, `The reward of ${program.id} cannot be claimed: ${reason}.`);
    }
    const insert = 'insert into claims (workspace, user_key, program_id, claimed_at) values ($1, $2, $3, $4)';
    await query(insert, ...toKeyValues(key), now);
  });
}

/**
 * Cancels a claim.
 *
 * @throws {RequestError} if the reward is not claimed
 */
export function unclaimReward(engine: Engine, key: InventoryKey): Promise<ProgressSummary> {
  return changeInventory(engine, key, async (query, { id }, { claimedAt }) => {
    if (claimedAt === undefined) throw new RequestError(409, `The reward of ${id} is not claimed.`);
    await query('delete from claims where workspace = $1 and user_key = $2 and program_id = $3', ...toKeyValues(key));
  });
}
