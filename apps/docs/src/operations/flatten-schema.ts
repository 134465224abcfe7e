import { isObject, type JsonObject, resolveReference, toArray } from '@giftoin/openapi';

/** Names the keywords of a flat schema of which not every value could be kept. */
export const lostConditions = 'x-lost-conditions';

/** A schema without `$ref` and `allOf` at its top. */
export interface FlatSchema {
  readonly schema: JsonObject;
  /** The names of the components that it was composed of, the outermost first. */
  readonly names: readonly string[];
}

/** Resolves the reference of a schema and merges its `allOf`, so that all its properties are in one place. */
export function flattenSchema(document: JsonObject, value: unknown, seen: readonly string[] = []): FlatSchema {
  if (!isObject(value)) return { schema: value === false ? { not: {} } : {}, names: [] };
  if (typeof value.$ref === 'string') {
    const { $ref, ...annotations } = value;
    const name = $ref.split('/').at(-1) ?? '';
    if (seen.includes($ref)) return { schema: annotations, names: [name] };
    const target = flattenSchema(document, resolveReference(document, { $ref }), [...seen, $ref]);
    return { schema: { ...target.schema, ...annotations }, names: [name, ...target.names] };
  }
  const { allOf, ...own } = value;
  const parts = toArray(allOf).map((part) => flattenSchema(document, part, seen));
  if (parts.length === 0) return { schema: own, names: [] };
  // The annotations of the whole count, not those of its parts.
  const schema = parts.reduce((merged, part) => mergeSchemas(merged, part.schema), {} as JsonObject);
  const { description: _, title: __, ...merged } = schema;
  const whole = mergeSchemas(parts.length === 1 ? schema : merged, own);
  return { schema: whole, names: parts.flatMap(({ names }) => names) };
}

/** How two values of a keyword that both apply become one. */
const merges: Readonly<Record<string, (first: never, second: never) => unknown>> = {
  properties: mergeProperties,
  required: (first: unknown[], second: unknown[]) => [...new Set([...first, ...second])],
  enum: (first: unknown[], second: unknown[]) => first.filter((value) => second.includes(value)),
  type: (first: unknown, second: unknown) => {
    const types = [first].flat().filter((type) => [second].flat().includes(type));
    return types.length === 1 ? types[0] : types;
  },
  ...Object.fromEntries(['minimum', 'minLength', 'minItems', 'minProperties'].map((name) => [name, Math.max])),
  ...Object.fromEntries(['maximum', 'maxLength', 'maxItems', 'maxProperties'].map((name) => [name, Math.min])),
};
/** Keywords of which one value cannot stand for two. */
const conditions = ['pattern', 'format', 'oneOf', 'anyOf', 'not', 'if', 'items', 'prefixItems', 'additionalProperties'];

function mergeSchemas(first: JsonObject, second: JsonObject): JsonObject {
  const merged: Record<string, unknown> = { ...first, ...second };
  const both = Object.keys(first).filter((keyword) => keyword in second);
  for (const keyword of both) {
    const merge = merges[keyword];
    if (merge) merged[keyword] = merge(first[keyword] as never, second[keyword] as never);
  }
  const lost = both.filter((keyword) => conditions.includes(keyword) && !isSame(first[keyword], second[keyword]));
  if (lost.length > 0) merged[lostConditions] = [...toArray(merged[lostConditions]), ...lost];
  return merged;
}

function isSame(first: unknown, second: unknown): boolean {
  return JSON.stringify(first) === JSON.stringify(second);
}

function mergeProperties(first: JsonObject, second: JsonObject): JsonObject {
  const properties: Record<string, unknown> = { ...first };
  for (const [name, property] of Object.entries(second)) {
    // Both apply.
    properties[name] = name in properties ? { allOf: [properties[name], property] } : property;
  }
  return properties;
}
