import type { CheckContext } from '../model/check.ts';
import type { ContractOptions } from '../model/contract-options.ts';
import { isUserParameter, listPathParameters, toPlace } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';

/**
 * Finds the places of path parameters whose values name nothing on the server: an operation returns 404 for them. Values in
 * lists, and those of users, which can be any, are not requested.
 */
export async function findUnknownPlaces(
  server: ServerUnderTest,
  { parameters = {} }: ContractOptions,
  { send }: CheckContext,
): Promise<string[]> {
  const unknown = new Set<string>();
  for (const operation of server.contract.reads) {
    const places = listPathParameters(operation)
      .filter(({ name }) => !isUserParameter(name) && !(name in parameters))
      .map(({ name }) => toPlace(operation, name))
      .filter((place) => !server.listedIds.has(place));
    const last = places.at(-1);
    if (last === undefined || places.some((place) => unknown.has(place))) continue;
    if ((await send(operation))?.response.status === 404) unknown.add(last);
  }
  return [...unknown];
}
