import { isObject } from '@giftoin/openapi';
import type { CheckContext } from '../model/check.ts';
import { readPointer } from '../model/list-items.ts';
import { findNamingParameter, toPlace } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';

/** Fetches each list, and returns the IDs of its items by the place of the path parameter that names one of them. */
export async function fetchListedIds(
  { contract }: ServerUnderTest,
  { send }: CheckContext,
): Promise<Map<string, readonly string[]>> {
  const idsByPlace = new Map<string, readonly string[]>();
  for (const operation of contract.reads) {
    const list = contract.findList(operation);
    const naming = findNamingParameter(operation);
    if (!list || !naming?.returnedAs) continue;
    const { name, returnedAs } = naming;
    const exchange = await send(list);
    const json = exchange && readPointer(exchange.response.json, contract.findItems(list)?.pointer ?? '');
    const items: readonly unknown[] = Array.isArray(json) ? json : [];
    const ids = items.map((item) => (isObject(item) ? item[returnedAs] : undefined));
    idsByPlace.set(
      toPlace(operation, name),
      ids.filter((id) => typeof id === 'string' || typeof id === 'number').map(String),
    );
  }
  return idsByPlace;
}
