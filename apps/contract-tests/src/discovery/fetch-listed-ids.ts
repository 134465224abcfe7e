import { isObject } from '@giftoin/openapi';
import type { CheckContext } from '../model/check.ts';
import { readPointer } from '../model/list-items.ts';
import { findNamingParameter, toPlace } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';

/** The length of the longest ID that a request contains. A server need not accept a longer URL, and its schema reports the ID. */
const maximumLength = 1_000;

/** Fetches each list, and returns the IDs of its items by the place of the path parameter that names one of them. */
export async function fetchListedIds(
  { contract, isMock }: ServerUnderTest,
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
    const texts = ids
      .filter((id) => typeof id === 'string' || typeof id === 'number')
      .map(String)
      .filter(({ length }) => length <= maximumLength);
    // A mock generates IDs from the schema of an item, which can differ from the schema of the parameter.
    const known = isMock ? texts.filter(contract.findFacts(naming).isValid) : texts;
    if (!isMock || known.length > 0) idsByPlace.set(toPlace(operation, name), known);
  }
  return idsByPlace;
}
