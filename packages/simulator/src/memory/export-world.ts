import type { User, World } from '@giftoin/types/sandbox-control';
import { parseUserKey } from '../world/user-id.ts';
import type { MemoryWorkspace } from './workspace.ts';

/** Exports the world of a workspace. Users, programs and cards are sorted by their IDs. */
export function exportWorld({ programs, inventories, clock }: MemoryWorkspace): World {
  const users = sortByName(inventories).flatMap(([userKey, ofPrograms]): User[] => {
    const owned = sortByName(ofPrograms);
    const withCards = owned.filter(([, { cardQuantities }]) => cardQuantities.size > 0);
    const cards = withCards.map(([id, { cardQuantities }]) => [id, toDictionary(sortByName(cardQuantities))] as const);
    const claims = owned.flatMap(([id, { claimedAt }]) => (claimedAt === undefined ? [] : [[id, claimedAt] as const]));
    if (cards.length === 0 && claims.length === 0) return [];
    return [{ ...parseUserKey(userKey), cards: toDictionary(cards), claims: toDictionary(claims) }];
  });
  return { programs: structuredClone(programs), users, clock };
}

export function sortByName<Value>(map: ReadonlyMap<string, Value>): [name: string, value: Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Creates an object without a prototype, because a program ID or a card ID can be `__proto__`. */
function toDictionary<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.assign(Object.create(null), Object.fromEntries(entries));
}
