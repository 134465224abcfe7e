import { findResponse, isObject, type JsonObject, resolveReference } from '@giftoin/openapi';
import type { CompleteExchange } from '../model/exchange.ts';
import { findErrorResponse, parseSchemaName } from '../model/operations.ts';

/** More items of an array show no other properties, as a rule. */
const maximumItems = 50;
/** A schema can contain itself. */
const maximumDepth = 12;

const keywords = ['allOf', 'anyOf', 'oneOf'];

/** A property of a schema, for example `Card.rarity`. */
interface Property {
  readonly id: string;
  readonly name: string;
  readonly schema: JsonObject;
  readonly parent: string;
}

/**
 * Lists the properties of a schema, with those of the objects and arrays in it.
 *
 * @param name the name of the schema, if its own `$ref` does not name it
 */
export function listDocumentedProperties(document: JsonObject, schema: JsonObject, name: string): string[] {
  const found = new Set<string>();
  const visit = (current: JsonObject, parent: string, depth: number): void => {
    if (depth > maximumDepth) return;
    for (const property of listProperties(document, current, parent)) {
      if (found.has(property.id)) continue;
      found.add(property.id);
      visit(property.schema, property.parent, depth + 1);
    }
    for (const [items, itemName] of listItems(document, current, parent)) visit(items, itemName, depth + 1);
  };
  visit(schema, name, 0);
  return [...found];
}

/** Adds the properties of a schema that a value has, with another value than null. */
export function addSeenProperties(
  seen: Set<string>,
  document: JsonObject,
  { operation, response: { status, json } }: CompleteExchange,
): void {
  const { schema } = findResponse(operation, status) ?? findErrorResponse(operation) ?? {};
  if (!schema) return;
  const visit = (value: unknown, current: JsonObject, parent: string): void => {
    if (Array.isArray(value)) {
      for (const [items, itemName] of listItems(document, current, parent)) {
        for (const item of value.slice(0, maximumItems)) visit(item, items, itemName);
      }
    } else if (isObject(value)) {
      for (const property of listProperties(document, current, parent)) {
        const own = Object.hasOwn(value, property.name) ? value[property.name] : undefined;
        if (own === undefined || own === null) continue;
        seen.add(property.id);
        if (typeof own === 'object') visit(own, property.schema, property.parent);
      }
    }
  };
  visit(json, schema, operation.operationId);
}

const propertiesBySchema = new WeakMap<JsonObject, Map<string, readonly Property[]>>();

function listProperties(document: JsonObject, schema: JsonObject, parent: string): readonly Property[] {
  const byParent = propertiesBySchema.get(schema) ?? new Map<string, readonly Property[]>();
  propertiesBySchema.set(schema, byParent);
  const cached = byParent.get(parent);
  if (cached) return cached;
  const properties = listBranches(document, schema, parent).flatMap(([branch, owner]) =>
    Object.entries(isObject(branch.properties) ? branch.properties : {}).flatMap(([name, value]): Property[] => {
      const id = `${owner}.${name}`;
      return isObject(value) ? [{ id, name, schema: value, parent: id }] : [];
    }),
  );
  byParent.set(parent, properties);
  return properties;
}

function listItems(document: JsonObject, schema: JsonObject, parent: string): (readonly [JsonObject, string])[] {
  return listBranches(document, schema, parent).flatMap(([{ items }, owner]) =>
    isObject(items) ? [[items, `${owner}[]`] as const] : [],
  );
}

/** The schema and its branches, without references, each with the name of what it describes. */
function listBranches(
  document: JsonObject,
  schema: JsonObject,
  parent: string,
  depth = 0,
): (readonly [JsonObject, string])[] {
  const owner = parseSchemaName(schema) ?? parent;
  const resolved = resolveReference(document, schema);
  if (depth > maximumDepth) return [];
  const branches = keywords.flatMap((keyword) => resolved[keyword] ?? []).filter(isObject);
  return [
    [resolved, owner] as const,
    ...branches.flatMap((branch) => listBranches(document, branch, owner, depth + 1)),
  ];
}
