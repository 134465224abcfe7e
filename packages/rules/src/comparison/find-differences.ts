import { isObject, type JsonObject, toPropertyPath } from '../json.ts';
import { type ComparedProperties, findComparedProperties } from './compared-properties.ts';

/** A place at which two JSON values differ, with both values. */
export interface Difference {
  readonly path: string;
  readonly first: unknown;
  readonly second: unknown;
}

/** One cause often shows in many places. The first few are enough to find it. */
const maximumDifferences = 10;

/**
 * Finds the first differences of two JSON values, at most ten. Absent equals null. The order of arrays matters, the order
 * of properties does not.
 *
 * Programs and errors, at any depth, are compared by the properties that the document names, without `timeLeft` and the
 * `timestamp` of an error. Other objects are compared by all their properties.
 */
export function findDifferences(first: unknown, second: unknown): Difference[] {
  return findAllDifferences(first, second, '').slice(0, maximumDifferences);
}

function findAllDifferences(
  first: unknown,
  second: unknown,
  path: string,
  named?: ComparedProperties | boolean,
): Difference[] {
  if (Array.isArray(first) && Array.isArray(second) && first.length === second.length) {
    return first.flatMap((item, index) => findAllDifferences(item, second[index], `${path}[${index}]`, named));
  }
  if (isObject(first) && isObject(second)) {
    const properties =
      typeof named === 'object' ? named : (findComparedProperties(first) ?? findComparedProperties(second));
    return listComparedNames(first, second, properties).flatMap((name) =>
      findAllDifferences(readOwn(first, name), readOwn(second, name), toPropertyPath(path, name), properties?.[name]),
    );
  }
  return (first ?? null) === (second ?? null) ? [] : [{ path, first, second }];
}

function listComparedNames(
  first: JsonObject,
  second: JsonObject,
  properties: ComparedProperties | undefined,
): string[] {
  if (!properties) return [...new Set([...Object.keys(first), ...Object.keys(second)])];
  return Object.keys(properties).filter((name) => properties[name] !== false);
}

/** Reads own properties only: a response can use names that every object inherits, for example `constructor`. */
function readOwn(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
