import type { Program, ProgressSummary } from '@giftoin/types/sandbox-control';
import { requireCard, requireQuantityInRange, splitCards } from '../rules/cards.ts';
import { requireClaimable, requireClaimed, toProgressSummary } from '../rules/claims.ts';
import { createUnknownProgramError } from '../rules/errors.ts';
import type { InventoryKey, Store } from '../store.ts';
import { readTime } from '../world/clock.ts';
import { formatUserKey } from '../world/user-id.ts';
import type { MemoryInventory, MemoryWorkspace } from './workspace.ts';

type Change = (program: Program, inventory: MemoryInventory, now: number) => void;
type InventoryMethods = 'grantCard' | 'revokeCard' | 'completeCollection' | 'claimReward' | 'unclaimReward';

/** The methods of the store that change the inventory of a user. */
export function createInventoryMethods(
  find: (workspace: string) => MemoryWorkspace,
  systemNow: () => number,
): Pick<Store, InventoryMethods> {
  /** A change validates before it changes anything. */
  async function change(key: InventoryKey, apply: Change): Promise<ProgressSummary> {
    const { clock, programs, inventories } = find(key.workspace);
    const now = readTime(clock, systemNow());
    const program = programs.find(({ id }) => id === key.programId);
    if (!program) throw createUnknownProgramError(key.workspace, key.programId);
    const ofUser = inventories.get(formatUserKey(key)) ?? new Map<string, MemoryInventory>();
    const inventory = ofUser.get(program.id) ?? { cardQuantities: new Map(), claimedAt: undefined };
    apply(program, inventory, now);
    ofUser.set(program.id, inventory);
    inventories.set(formatUserKey(key), ofUser);
    return toProgressSummary(program, inventory, now);
  }

  return {
    grantCard: (key, cardId, quantity) =>
      change(key, (program, { cardQuantities }) => {
        requireCard(program, cardId);
        const total = (cardQuantities.get(cardId) ?? 0) + quantity;
        requireQuantityInRange(cardId, total);
        cardQuantities.set(cardId, total);
      }),
    revokeCard: (key, cardId, quantity) =>
      change(key, (program, { cardQuantities }) => {
        requireCard(program, cardId);
        const rest = (cardQuantities.get(cardId) ?? 0) - quantity;
        if (rest > 0) cardQuantities.set(cardId, rest);
        else cardQuantities.delete(cardId);
      }),
    completeCollection: (key, missingCount) =>
      change(key, (program, { cardQuantities }) => {
        const { owned, missing } = splitCards(program, missingCount);
        for (const cardId of missing) cardQuantities.delete(cardId);
        for (const cardId of owned) cardQuantities.set(cardId, cardQuantities.get(cardId) ?? 1);
      }),
    claimReward: (key) =>
      change(key, (program, inventory, now) => {
        requireClaimable(program, inventory, now);
        inventory.claimedAt = now;
      }),
    unclaimReward: (key) =>
      change(key, (program, inventory) => {
        requireClaimed(program, inventory);
        inventory.claimedAt = undefined;
      }),
  };
}
