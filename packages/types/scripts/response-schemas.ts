import { isObject, type JsonObject, listOperations, type OpenApiDocument, resolveReference } from '@giftoin/openapi';
import type { CompactSchema, SchemaOrName } from '../src/compact-schema.ts';
import { openSetValues } from './open-sets.ts';

/** What a program needs to check answers. */
export interface ResponseSchemas {
  /** The schemas that occur more than once, by the names of their schemas. */
  readonly schemas: Readonly<Record<string, CompactSchema>>;
  /** The shape of a 200, by operationId. */
  readonly answers: Readonly<Record<string, SchemaOrName>>;
}

/** The schemas of a document's answers. What schemas cannot say, such as patterns, they leave unsaid. */
export function createResponseSchemas(document: OpenApiDocument): ResponseSchemas {
  const successes = listOperations(document).map(({ operationId, responses }): [string, unknown] => {
    return [operationId, responses.find(({ status }) => status === 200)?.schema ?? {}];
  });
  const uses = new Map<string, number>();
  for (const [, schema] of successes) countUses(document, schema, uses);
  const schemas: Record<string, CompactSchema> = {};

  function shapeOf(value: unknown): SchemaOrName {
    const name = nameOf(value) ?? '';
    const schema = resolveReference(document, value);
    const often = Number(uses.get(name)) > 1 && partsOf(schema).length > 0;
    if (!often) return simplified(ownShapeOf(schema));
    if (!(name in schemas)) {
      // Named before it is made, for it may hold itself.
      schemas[name] = { type: anything };
      schemas[name] = ownShapeOf(schema);
    }
    return name;
  }

  function ownShapeOf(schema: JsonObject): CompactSchema {
    if (openSetValues(schema)) return { type: 'string' };
    if (schema.type === undefined) return { type: anything };
    const { items, properties, required } = schema;
    const names = isObject(properties) ? Object.keys(properties) : [];
    const optional = names.filter((name) => !(Array.isArray(required) && required.includes(name)));
    const bounds = ['minimum', 'maximum'].filter((name) => schema[name] !== undefined);
    return {
      // Every integer is a number.
      type: [schema.type].flat().join('|').replace('number', 'number|integer'),
      ...Object.fromEntries(bounds.map((name) => [name, schema[name]])),
      ...(items !== undefined && { items: shapeOf(items) }),
      ...(isObject(properties) && {
        properties: Object.fromEntries(names.map((name) => [name, shapeOf(properties[name])])),
      }),
      ...(optional.length > 0 && { optional }),
    };
  }

  const answers = successes.map(([operationId, schema]) => [operationId, shapeOf(schema)]);
  return { schemas, answers: Object.fromEntries(answers) };
}

const anything = 'object|array|string|number|integer|boolean|null';

function simplified(shape: CompactSchema): SchemaOrName {
  return Object.keys(shape).length === 1 ? shape.type : shape;
}

/** How often each named schema occurs; one that holds itself occurs twice. */
function countUses(document: OpenApiDocument, value: unknown, uses: Map<string, number>): void {
  const name = nameOf(value);
  const count = uses.get(name ?? '') ?? 0;
  if (name) uses.set(name, count + 1);
  if (count > 0) return;
  for (const part of partsOf(resolveReference(document, value))) countUses(document, part, uses);
}

function partsOf({ items, properties }: JsonObject): unknown[] {
  return [...(items === undefined ? [] : [items]), ...Object.values(isObject(properties) ? properties : {})];
}

function nameOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
}
