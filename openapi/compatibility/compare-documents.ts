import { isObject, type JsonObject } from '@giftoin/openapi';
import type { Side } from './change.ts';
import { appendToPointer, readPointer } from './json-pointer.ts';

/** Two values that differ. A list of objects whose order changed has `isReordered`. */
export interface Difference {
  readonly before: Side;
  readonly after: Side;
  readonly isReordered: boolean;
}

/** Pairs of pointers in the base and in the revision that lead to the same thing. */
export type Alignment = ReadonlyMap<string, string>;

/**
 * Lists every place in which two documents differ, however small. References are followed, so that it makes no difference
 * whether a schema is in the components. The comparison does not know what a difference means.
 *
 * @param alignment which entries and items correspond to each other although their names or positions differ
 */
export function compareDocuments(base: JsonObject, revision: JsonObject, alignment: Alignment): Difference[] {
  const differences: Difference[] = [];
  const visited = new Set<string>();
  compare({ pointer: '', value: base }, { pointer: '', value: revision });
  return differences;

  function compare(before: Side, after: Side): void {
    const pair = `${before.pointer} ${after.pointer}`;
    if (visited.has(pair)) return;
    visited.add(pair);
    if (isObject(before.value) && isObject(after.value)) compareObjects(before, after);
    else if (isListOfObjects(before.value, after.value)) compareLists(before, after);
    else if (JSON.stringify(before.value) !== JSON.stringify(after.value)) report(before, after);
  }

  function compareObjects(before: Side, after: Side): void {
    const [left, right] = [resolve(base, before), resolve(revision, after)];
    if (left.target && right.target) {
      compare(left.target, right.target);
      compareEntries(left.siblings, right.siblings, before.pointer, after.pointer);
    } else {
      compareEntries(withTarget(base, left), withTarget(revision, right), before.pointer, after.pointer);
    }
  }

  function compareEntries(before: Map<string, Side>, after: Map<string, Side>, from: string, to: string): void {
    const added = new Map([...after].filter(([name]) => !before.has(name)));
    for (const [name, side] of before) {
      const renamed = [...added].find(([, { pointer }]) => pointer === alignment.get(side.pointer));
      if (renamed && !after.has(name)) added.delete(renamed[0]);
      const match = after.get(name) ?? renamed?.[1] ?? { pointer: appendToPointer(to, name), value: undefined };
      compare(side, match);
    }
    for (const [name, side] of added) compare({ pointer: appendToPointer(from, name), value: undefined }, side);
  }

  function compareLists(before: Side, after: Side): void {
    const items = toItems(after);
    const matches = matchItems(toItems(before), items, alignment);
    for (const [item, match] of matches) {
      compare(item, match ?? { pointer: appendToPointer(after.pointer, '-'), value: undefined });
    }
    const matched = matches.flatMap(([, match]) => (match ? [items.indexOf(match)] : []));
    for (const item of items) {
      if (matched.includes(items.indexOf(item))) continue;
      compare({ pointer: appendToPointer(before.pointer, '-'), value: undefined }, item);
    }
    if (matched.some((index, position) => index < (matched[position - 1] ?? 0))) report(before, after, true);
  }

  function report(before: Side, after: Side, isReordered = false): void {
    differences.push({ before, after, isReordered });
  }
}

interface Resolved {
  readonly target: Side | undefined;
  readonly siblings: Map<string, Side>;
}

/** Separates a reference from the properties beside it. */
function resolve(document: JsonObject, { pointer, value }: Side): Resolved {
  const object = value as JsonObject;
  const reference = typeof object.$ref === 'string' && object.$ref.startsWith('#') ? object.$ref : undefined;
  const target = reference === undefined ? undefined : decodeURIComponent(reference.slice(1));
  const targetValue = target === undefined ? undefined : readPointer(document, target);
  const siblings = new Map<string, Side>();
  for (const [name, item] of Object.entries(object)) {
    if (name === '$ref' && isObject(targetValue)) continue;
    siblings.set(name, { pointer: appendToPointer(pointer, name), value: item });
  }
  return {
    siblings,
    target: target !== undefined && isObject(targetValue) ? { pointer: target, value: targetValue } : undefined,
  };
}

/** The entries of an object and of what it refers to. */
function withTarget(document: JsonObject, { target, siblings }: Resolved, hops = 0): Map<string, Side> {
  if (!target || hops > 100) return siblings;
  return new Map([...withTarget(document, resolve(document, target), hops + 1), ...siblings]);
}

/** Pairs the items of two lists: first those that are aligned, then those that are equal, then the others in order. */
function matchItems(before: Side[], after: Side[], alignment: Alignment): [Side, Side | undefined][] {
  const matches = new Map<Side, Side>();
  const remaining = new Set(after);
  const steps: ((item: Side, candidate: Side) => boolean)[] = [
    (item, candidate) => alignment.get(item.pointer) === candidate.pointer,
    (item, candidate) => JSON.stringify(item.value) === JSON.stringify(candidate.value),
    () => true,
  ];
  for (const isMatch of steps) {
    for (const item of before) {
      const match = matches.has(item) ? undefined : [...remaining].find((candidate) => isMatch(item, candidate));
      if (!match) continue;
      matches.set(item, match);
      remaining.delete(match);
    }
  }
  return before.map((item) => [item, matches.get(item)]);
}

function toItems({ pointer, value }: Side): Side[] {
  return (value as unknown[]).map((item, index) => ({ pointer: appendToPointer(pointer, index), value: item }));
}

/** Returns whether both values are lists of objects. One of them can be empty. */
function isListOfObjects(...values: unknown[]): boolean {
  return values.every((value) => Array.isArray(value) && value.every(isObject)) && values.flat().length > 0;
}
