import { RequestError } from '@giftoin/http';
import type { Program, ProgressSummary } from '@giftoin/types/sandbox-control';
import type { Engine } from '../database/engine.ts';
import { changeInventory } from './change-inventory.ts';
import { type InventoryKey, toKeyValues } from './inventory.ts';

/** The highest quantity of a card that the contract allows. */
const maxQuantity = 2_000_000_000;

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
      `insert into card_quantities (workspace, user_key, program_id, card_id, quantity) values ($1, $2, $3, $4, $5)
      on conflict (workspace, user_key, program_id, card_id)
      do update set quantity = card_quantities.quantity + excluded.quantity
      returning quantity`,
      ...toKeyValues(key),
      cardId,
      quantity,
    );
    if (Number(row?.quantity) > maxQuantity) {
      const message = `The user would own ${row?.quantity} copies of ${cardId}. The maximum is ${maxQuantity}.`;
      throw new RequestError(409, message);
    }
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
    await query(`update card_quantities set quantity = quantity - $5 ${condition}`, ...values, quantity);
    await query(`delete from card_quantities ${condition} and quantity <= 0`, ...values);
  });
}

/** Adds every card of a program that the user does not own, but the last `missing` ones, which it removes. */
export function completeCollection(engine: Engine, key: InventoryKey, missing: number): Promise<ProgressSummary> {
  return changeInventory(engine, key, async (query, { id, cards }) => {
    if (missing > cards.length) {
      throw new RequestError(400, `missing is ${missing}, but ${id} has only ${cards.length} cards.`);
    }
    const cardIds = cards.map((card) => card.id);
    await query(
      `delete from card_quantities
      where workspace = $1 and user_key = $2 and program_id = $3 and card_id ${engine.anyOf('$4')}`,
      ...toKeyValues(key),
      cardIds.slice(cards.length - missing),
    );
    const insert = `insert into card_quantities (workspace, user_key, program_id, card_id, quantity)
      values ($1, $2, $3, $4, 1) on conflict (workspace, user_key, program_id, card_id) do nothing`;
    for (const cardId of cardIds.slice(0, cards.length - missing)) await query(insert, ...toKeyValues(key), cardId);
  });
}

function requireCard({ id, cards }: Program, cardId: string): void {
  if (!cards.some((card) => card.id === cardId)) throw new RequestError(404, `There is no card ${cardId} in ${id}.`);
}
