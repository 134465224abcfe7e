import { isObject } from '@giftoin/openapi';
import type { CheckContext } from '../model/check.ts';
import { findNamingParameter } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';

/** Fetches each list, and returns the IDs of its items by the path parameter that names one of them. */
export async function fetchListedIds(
  { contract }: ServerUnderTest,
  { send }: CheckContext,
): Promise<Map<string, readonly string[]>> {
  const idsByParameter = new Map<string, readonly string[]>();
  for (const operation of contract.operations) {
    const list = contract.findList(operation);
    const naming = findNamingParameter(operation);
    if (!list || !naming?.returnedAs) continue;
    const { name, returnedAs } = naming;
    const json = (await send(list))?.response.json;
    const items: readonly unknown[] = Array.isArray(json) ? json : [];
    const ids = items.map((item) => (isObject(item) ? item[returnedAs] : undefined));
    idsByParameter.set(
      name,
      ids.filter((id) => typeof id === 'string'),
    );
  }
  return idsByParameter;
}
