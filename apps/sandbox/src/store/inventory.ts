import {
  emptyProgramInventory,
  formatUserKey,
  type InventoryKey,
  type ProgramInventory,
  type UserId,
} from '@giftoin/simulator/sandbox';
import type { Engine, Query } from '../database/engine.ts';

/** What a user owns and has claimed in all programs, at one version. */
export interface Inventory {
  /** Changes with every change of the inventory. 0 if the user has never owned anything. */
  readonly version: number;
  /** The version of the workspace at the same moment. 0 if it does not exist. */
  readonly workspaceVersion: number;
  /** By program ID. A program is missing if the user owns none of its cards and has not claimed its reward. */
  readonly programs: ReadonlyMap<string, ProgramInventory>;
}

/** Reads the inventory of a user. One statement reads it all, so that the parts are consistent. */
export async function readInventory({ query }: Engine, workspace: string, user: UserId): Promise<Inventory> {
  const rows = await query(
    `select '' as program_id, 'user' as card_id, version as number
      from giftoin_sandbox.users where workspace = $1 and user_key = $2
    union all select '', 'workspace', version from giftoin_sandbox.workspaces where workspace = $1
    union all select program_id, card_id, quantity
      from giftoin_sandbox.card_quantities where workspace = $1 and user_key = $2
    union all select program_id, '', claimed_at from giftoin_sandbox.claims where workspace = $1 and user_key = $2`,
    workspace,
    formatUserKey(user),
  );
  const versions = { user: 0, workspace: 0 };
  const programs = new Map<string, { cardQuantities: Map<string, number>; claimedAt: number | undefined }>();
  for (const { program_id, card_id, number } of rows) {
    const programId = String(program_id);
    if (programId === '') {
      versions[card_id === 'user' ? 'user' : 'workspace'] = Number(number);
      continue;
    }
    const inventory = programs.get(programId) ?? { cardQuantities: new Map(), claimedAt: undefined };
    programs.set(programId, inventory);
    if (card_id === '') inventory.claimedAt = Number(number);
    else inventory.cardQuantities.set(String(card_id), Number(number));
  }
  return { version: versions.user, workspaceVersion: versions.workspace, programs };
}

/** Reads the inventory of a user in one program. */
export async function readProgramInventory(query: Query, key: InventoryKey): Promise<ProgramInventory> {
  const condition = 'where workspace = $1 and user_key = $2 and program_id = $3';
  const cards = await query(
    `select card_id, quantity from giftoin_sandbox.card_quantities ${condition}`,
    ...toKeyValues(key),
  );
  const [claim] = await query(`select claimed_at from giftoin_sandbox.claims ${condition}`, ...toKeyValues(key));
  if (cards.length === 0 && !claim) return emptyProgramInventory;
  return {
    cardQuantities: new Map(cards.map((row) => [String(row.card_id), Number(row.quantity)])),
    claimedAt: claim && Number(claim.claimed_at),
  };
}

/** The values of the columns workspace, user_key and program_id. */
export function toKeyValues(key: InventoryKey): [workspace: string, userKey: string, programId: string] {
  return [key.workspace, formatUserKey(key), key.programId];
}
