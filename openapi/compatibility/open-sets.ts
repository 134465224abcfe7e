import { isObject, type JsonObject } from '@giftoin/openapi';
import { getParent, readPointer } from './json-pointer.ts';

/**
 * Returns the known values of an open set: `anyOf` of a string with `enum` and of any string. Returns `undefined` if the
 * schema is not an open set.
 */
export function readKnownValues(schema: unknown): string[] | undefined {
  if (!isObject(schema) || !Array.isArray(schema.anyOf) || schema.anyOf.length !== 2) return undefined;
  const known = schema.anyOf.filter((item) => isObject(item) && isKnownValues(item));
  const any = schema.anyOf.filter((item) => isObject(item) && hasOnly(item, ['type']) && item.type === 'string');
  return known.length === 1 && any.length === 1 ? known[0].enum : undefined;
}

/** Returns the pointer of the open set in whose `anyOf` the place is, `undefined` if it is in none. */
export function findOpenSet(document: JsonObject, pointer: string): string | undefined {
  const places = [pointer, getParent(pointer), getParent(getParent(pointer))];
  const place = places.find((candidate) => candidate.endsWith('/anyOf'));
  if (place === undefined) return undefined;
  const schema = getParent(place);
  return readKnownValues(readPointer(document, schema)) && schema;
}

function isKnownValues(item: JsonObject): boolean {
  const isStrings = Array.isArray(item.enum) && item.enum.every((value) => typeof value === 'string');
  return isStrings && item.type === 'string' && hasOnly(item, ['type', 'enum']);
}

/** Returns whether the schema restricts values only with these keywords. */
function hasOnly(schema: JsonObject, keywords: string[]): boolean {
  const annotations = ['title', 'description', 'examples', 'deprecated', '$comment'];
  return Object.keys(schema).every(
    (name) => keywords.includes(name) || annotations.includes(name) || name.startsWith('x-'),
  );
}
