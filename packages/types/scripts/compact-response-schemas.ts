import { isObject, type JsonObject, listOperations, type OpenApiDocument, resolveReference } from '@giftoin/openapi';
import type { CompactSchema, SchemaOrName } from '../src/compact-schema.ts';
import { findOpenSetValues } from './open-set.ts';

/** The data that a program needs to validate responses. */
export interface CompactResponseSchemas {
  /** The schemas that are used more than once, by name. */
  readonly schemas: Readonly<Record<string, CompactSchema>>;
  /** The schema of the response with status code 200, by operationId. */
  readonly responses: Readonly<Record<string, SchemaOrName>>;
}

/** Converts the schemas of successful responses. Keywords that a CompactSchema does not have, for example `pattern`, are dropped. */
export function compactResponseSchemas(document: OpenApiDocument): CompactResponseSchemas {
  const successes = listOperations(document).map(({ operationId, responses }): [string, unknown] => {
    return [operationId, responses.find(({ status }) => status === 200)?.schema ?? {}];
  });
  const uses = new Map<string, number>();
  for (const [, schema] of successes) countUses(document, schema, uses);
  const schemas: Record<string, CompactSchema> = {};

  function toSchemaOrName(value: unknown): SchemaOrName {
    const name = getReferenceName(value) ?? '';
    const schema = resolveReference(document, value);
    const isNamed = Number(uses.get(name)) > 1 && listSubschemas(schema).length > 0;
    if (!isNamed) return simplify(toCompactSchema(schema));
    if (!(name in schemas)) {
      // The name is added before the schema is converted, because the schema can contain itself.
      schemas[name] = { type: anyType };
      schemas[name] = toCompactSchema(schema);
    }
    return name;
  }

  function toCompactSchema(schema: JsonObject): CompactSchema {
    if (findOpenSetValues(schema)) return { type: 'string' };
    if (schema.type === undefined) return { type: anyType };
    const { items, properties, required } = schema;
    const names = isObject(properties) ? Object.keys(properties) : [];
    const optional = names.filter((name) => !(Array.isArray(required) && required.includes(name)));
    const bounds = ['minimum', 'maximum'].filter((name) => schema[name] !== undefined);
    return {
      // Every integer is a number.
      type: [schema.type].flat().join('|').replace('number', 'number|integer'),
      ...Object.fromEntries(bounds.map((name) => [name, schema[name]])),
      ...(items !== undefined && { items: toSchemaOrName(items) }),
      ...(isObject(properties) && {
        properties: Object.fromEntries(names.map((name) => [name, toSchemaOrName(properties[name])])),
      }),
      ...(optional.length > 0 && { optional }),
    };
  }

  const responses = successes.map(([operationId, schema]) => [operationId, toSchemaOrName(schema)]);
  return { schemas, responses: Object.fromEntries(responses) };
}

const anyType = 'object|array|string|number|integer|boolean|null';

/** Replaces a schema that has only a type by the type. */
function simplify(schema: CompactSchema): SchemaOrName {
  return Object.keys(schema).length === 1 ? schema.type : schema;
}

/** Counts the uses of each named schema. A schema that contains itself has at least two. */
function countUses(document: OpenApiDocument, value: unknown, uses: Map<string, number>): void {
  const name = getReferenceName(value);
  const count = uses.get(name ?? '') ?? 0;
  if (name) uses.set(name, count + 1);
  if (count > 0) return;
  for (const subschema of listSubschemas(resolveReference(document, value))) countUses(document, subschema, uses);
}

function listSubschemas({ items, properties }: JsonObject): unknown[] {
  return [...(items === undefined ? [] : [items]), ...Object.values(isObject(properties) ? properties : {})];
}

function getReferenceName(value: unknown): string | undefined {
  return isObject(value) && typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
}
