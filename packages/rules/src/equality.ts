import { isObject, type JsonObject, propertyPath, quote } from './json.ts';
import { type Shape, shapeOf } from './shapes.ts';

/** A place at which two answers differ, and what either has there. */
export interface Difference {
  readonly path: string;
  readonly one: unknown;
  readonly other: unknown;
}

/** One cause often shows in many places; the first few tell what it is. */
const mostDifferences = 10;

/**
 * The first differences of two JSON values, at most ten. Absent is the same as null; the order of arrays counts, that
 * of properties does not.
 *
 * Of programs and errors, wherever they stand, only the properties that the document names count, without `timeLeft`
 * and the `timestamp` of an error. Of all else every property counts: what is volatile in it is not known here.
 */
export function differencesOf(one: unknown, other: unknown): Difference[] {
  return allDifferences(one, other, '').slice(0, mostDifferences);
}

/** A difference in a sentence; the names tell the answers apart, such as `in the list`. */
export function differenceSentence({ path, one, other }: Difference, oneName: string, otherName: string): string {
  return `${path || 'The body'} is ${quote(one)} ${oneName} and ${quote(other)} ${otherName}, expected equal.`;
}

function allDifferences(one: unknown, other: unknown, path: string, named?: Shape | boolean): Difference[] {
  if (Array.isArray(one) && Array.isArray(other) && one.length === other.length) {
    return one.flatMap((item, index) => allDifferences(item, other[index], `${path}[${index}]`, named));
  }
  if (isObject(one) && isObject(other)) {
    const shape = typeof named === 'object' ? named : (shapeOf(one) ?? shapeOf(other));
    return comparedNames(one, other, shape).flatMap((name) =>
      allDifferences(valueAt(one, name), valueAt(other, name), propertyPath(path, name), shape?.[name]),
    );
  }
  return (one ?? null) === (other ?? null) ? [] : [{ path, one, other }];
}

function comparedNames(one: JsonObject, other: JsonObject, shape: Shape | undefined): string[] {
  if (!shape) return [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return Object.keys(shape).filter((name) => shape[name] !== false);
}

/** Own properties alone: `constructor` and its like are names that an answer may use too. */
function valueAt(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
