import { isObject, type JsonObject, toArray } from '@giftoin/openapi';

/**
 * Lists the known values of an open set: an `anyOf` of some values and of any value of their type. Returns none for any other
 * schema.
 */
export function listKnownValues(schema: JsonObject): readonly unknown[] {
  const branches = toArray(schema.anyOf).filter(isObject);
  const isOpen = branches.some((branch) => !hasValues(branch) && Object.keys(branch).every((key) => notes.has(key)));
  return isOpen && branches.length > 1 ? branches.flatMap(listValues) : [];
}

/** Keywords beside which a schema of a single type still accepts every value of it. */
const notes = new Set(['type', 'description', 'title', '$comment', 'examples', 'example']);

function hasValues(branch: JsonObject): boolean {
  return listValues(branch).length > 0;
}

function listValues(branch: JsonObject): readonly unknown[] {
  if (Array.isArray(branch.enum)) return branch.enum;
  return 'const' in branch ? [branch.const] : [];
}
