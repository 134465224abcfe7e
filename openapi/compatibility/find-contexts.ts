import { isObject, type JsonObject } from '@giftoin/openapi';
import type { Context } from './change.ts';
import { appendToPointer, getParent, parsePointer, readPointer } from './json-pointer.ts';

/** Returns the contexts of a place in the document. */
export type FindContexts = (pointer: string) => ReadonlySet<Context>;

/** What the keys of an object mean: names of the specification, names that the document chooses, or nothing (data). */
type Reading = 'object' | 'schema' | 'names' | 'schema names' | 'data';

/** Keywords that contain schemas on which other conditions depend, so that narrowing them can widen the whole. */
const conditionKeywords = new Set(['oneOf', 'if', 'then', 'else', 'contains', 'propertyNames', 'dependentSchemas']);
const schemaNames = new Set(['properties', 'patternProperties', '$defs', 'dependentSchemas']);
const names = new Set(['responses', 'headers', 'content', 'examples', 'callbacks', 'links', 'encoding', 'variables']);
/** In a schema, the values of these keywords are data. */
const dataKeywords = new Set(['enum', 'const', 'default', 'example', 'examples', 'required', 'dependentRequired']);

/** Finds out for every place that an operation uses whether a client sends or receives it. */
export function findContexts(document: JsonObject): FindContexts {
  const contexts = new Map<string, Set<Context>>();
  const visited = new Set<string>();
  for (const section of ['paths', 'webhooks'] as const) {
    walk(document[section], `/${section}`, 'names', new Set(), section === 'webhooks');
  }
  walk(readPointer(document, '/components/examples'), '/components/examples', 'names', new Set(['example']), false);

  return (pointer) => {
    for (let place = pointer; place !== ''; place = getParent(place)) {
      const found = contexts.get(place);
      if (found) return found;
    }
    return new Set();
  };

  function walk(value: unknown, pointer: string, reading: Reading, inherited: Set<Context>, isCallback: boolean): void {
    const visit = `${pointer} ${reading} ${[...inherited].sort()} ${isCallback}`;
    if (visited.has(visit)) return;
    visited.add(visit);
    contexts.set(pointer, new Set([...(contexts.get(pointer) ?? []), ...inherited]));
    const passedOn = new Set([...inherited, ...toOwnContexts(value, reading)]);
    if (parsePointer(pointer).at(-2) === 'properties' && !isClosed(value)) passedOn.delete('closed');

    for (const [name, item] of Array.isArray(value) ? value.entries() : Object.entries(isObject(value) ? value : {})) {
      const key = String(name);
      if (key === '$ref' && typeof item === 'string' && item.startsWith('#/') && reading !== 'data') {
        const target = decodeURIComponent(item.slice(1));
        walk(readPointer(document, target), target, reading, passedOn, isCallback);
        continue;
      }
      const isName = reading === 'names' || reading === 'schema names' || Array.isArray(value);
      const added = isName ? [] : toContexts(key, reading, isCallback);
      walk(
        item,
        appendToPointer(pointer, name),
        readItem(key, reading, Array.isArray(value)),
        new Set([...passedOn, ...added]),
        isCallback || (!isName && reading === 'object' && key === 'callbacks'),
      );
    }
  }
}

function toContexts(key: string, reading: Reading, isCallback: boolean): Context[] {
  if (key === 'example' || key === 'examples') return ['example'];
  if (reading === 'schema') {
    if (key === 'not') return ['negated'];
    return conditionKeywords.has(key) ? ['condition'] : [];
  }
  if (reading !== 'object') return [];
  if (key === 'parameters' || key === 'requestBody') return [isCallback ? 'response' : 'request'];
  if (key === 'responses') return [isCallback ? 'request' : 'response'];
  return [];
}

function toOwnContexts(value: unknown, reading: Reading): Context[] {
  if (reading === 'data') return ['data'];
  return reading === 'schema' && isClosed(value) ? ['closed'] : [];
}

function isClosed(schema: unknown): boolean {
  return isObject(schema) && (schema.additionalProperties === false || schema.unevaluatedProperties === false);
}

function readItem(key: string, reading: Reading, isItem: boolean): Reading {
  if (reading === 'data') return 'data';
  if (isItem) return reading;
  if (reading === 'names') return 'object';
  if (reading === 'schema names') return 'schema';
  if (reading === 'schema') {
    if (dataKeywords.has(key)) return 'data';
    return schemaNames.has(key) ? 'schema names' : 'schema';
  }
  if (key === 'schema') return 'schema';
  if (key === 'example' || key === 'value') return 'data';
  return names.has(key) ? 'names' : 'object';
}
