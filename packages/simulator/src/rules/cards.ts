import { RequestError } from '@giftoin/http/portable';
import type { Program } from '@giftoin/types/sandbox-control';

/** The highest quantity of a card that the contract allows. */
const maxQuantity = 2_000_000_000;

/** @throws {RequestError} 404 if a program does not have a card */
export function requireCard({ id, cards }: Program, cardId: string): void {
  if (!cards.some((card) => card.id === cardId)) throw new RequestError(404, `There is no card ${cardId} in ${id}.`);
}

/** @throws {RequestError} 409 if a user would own more copies of a card than the contract allows */
export function requireQuantityInRange(cardId: string, quantity: number): void {
  if (quantity <= maxQuantity) return;
  throw new RequestError(409, `The user would own ${quantity} copies of ${cardId}. The maximum is ${maxQuantity}.`);
}

/**
 * Splits the cards of a program into those that a user owns after `completeCollection`, and the last `missing` ones.
 *
 * @throws {RequestError} 400 if the program has fewer cards
 */
export function splitCards({ id, cards }: Program, missing: number) {
  if (missing > cards.length) {
    throw new RequestError(400, `missing is ${missing}, but ${id} has only ${cards.length} cards.`);
  }
  const cardIds = cards.map((card) => card.id);
  return { owned: cardIds.slice(0, cards.length - missing), missing: cardIds.slice(cards.length - missing) };
}
