import { type InventoryKey, requireCard, requireQuantityInRange, splitCards } from '@giftoin/simulator/sandbox';
import type { ProgressSummary } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';
import { changeInventory } from './change-inventory.ts';
import { toKeyValues } from './inventory.ts';

/** Adds copies of a card to an inventory. */
export function grantCard(
  engine: Engine,
  key: InventoryKey,
  cardId: string,
  quantity: number,
): Promise<ProgressSummary> {
  return changeInventory(engine, key, async (query, program) => {
    requireCard(program, cardId);
    const [row] = await query(
      `insert into giftoin_sandbox.card_quantities (workspace, user_key, program_id, card_id, quantity) values ($1, $2, $3, $4, $5)
      on conflict (workspace, user_key, program_id, card_id)
      do update set quantity = card_quantities.quantity + excluded.quantity
      returning quantity`,
      ...toKeyValues(key),
      cardId,
      quantity,
    );
    requireQuantityInRange(cardId, Number(row?.quantity));
  });
}

/** Removes copies of a card from an inventory. A user who owns fewer copies keeps none. */
export function revokeCard(
  engine: Engine,
  key: InventoryKey,
  cardId: string,
  quantity: number,
): Promise<ProgressSummary> {
  return changeInventory(engine, key, async (query, program) => {
    requireCard(program, cardId);
    const condition = 'where workspace = $1 and user_key = $2 and program_id = $3 and card_id = $4';
    const values = [...toKeyValues(key), cardId];
    await query(
      `update giftoin_sandbox.card_quantities set quantity = quantity - $5 ${condition}`,
      ...values,
      quantity,
    );
    await query(`delete from giftoin_sandbox.card_quantities ${condition} and quantity <= 0`, ...values);
  });
}

/** Adds every card of a program that the user does not own, but the last `missing` ones, which it removes. */
export function completeCollection(engine: Engine, key: InventoryKey, missingCount: number): Promise<ProgressSummary> {
  return changeInventory(engine, key, async (query, program) => {
    const { owned, missing } = splitCards(program, missingCount);
    await query(
      `delete from giftoin_sandbox.card_quantities
      where workspace = $1 and user_key = $2 and program_id = $3 and card_id ${engine.anyOf('$4')}`,
      ...toKeyValues(key),
      missing,
    );
    const insert = `insert into giftoin_sandbox.card_quantities (workspace, user_key, program_id, card_id, quantity)
      values ($1, $2, $3, $4, 1) on conflict (workspace, user_key, program_id, card_id) do nothing`;
    for (const cardId of owned) await query(insert, ...toKeyValues(key), cardId);
  });
}
