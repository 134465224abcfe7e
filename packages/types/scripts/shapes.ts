import { isObject, type JsonObject, type OpenApiDocument, operationsOf, resolve } from '@giftoin/openapi';
import type { AnyShape, Shape } from '../src/shape.ts';
import { openSetValues } from './open-sets.ts';

/** What a program needs to check answers. */
export interface AnswerShapes {
  /** The shapes that occur more than once, by the names of their schemas. */
  readonly shapes: Readonly<Record<string, Shape>>;
  /** The shape of a 200, by operationId. */
  readonly answers: Readonly<Record<string, AnyShape>>;
}

/** The shapes of a document's answers. What shapes cannot say, such as patterns, they leave unsaid. */
export function answerShapesOf(document: OpenApiDocument): AnswerShapes {
  const successes = operationsOf(document).map(({ operationId, responses }): [string, unknown] => {
    return [operationId, responses.find(({ status }) => status === 200)?.schema ?? {}];
  });
  const uses = new Map<string, number>();
  for (const [, schema] of successes) countUses(document, schema, uses);
  const shapes: Record<string, Shape> = {};

  function shapeOf(value: unknown): AnyShape {
    const name = nameOf(value) ?? '';
    const schema = resolve(document, value);
    const often = Number(uses.get(name)) > 1 && partsOf(schema).length > 0;
    if (!often) return simplified(ownShapeOf(schema));
    if (!(name in shapes)) {
      // Named before it is made, for it may hold itself.
      shapes[name] = { type: anything };
      shapes[name] = ownShapeOf(schema);
    }
    return name;
  }

  function ownShapeOf(schema: JsonObject): Shape {
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
  return { shapes, answers: Object.fromEntries(answers) };
}

const anything = 'object|array|string|number|integer|boolean|null';

function simplified(shape: Shape): AnyShape {
  return Object.keys(shape).length === 1 ? shape.type : shape;
}

/** How often each named schema occurs; one that holds itself occurs twice. */
function countUses(document: OpenApiDocument, value: unknown, uses: Map<string, number>): void {
  const name = nameOf(value);
  const count = uses.get(name ?? '') ?? 0;
  if (name) uses.set(name, count + 1);
  if (count > 0) return;
  for (const part of partsOf(resolve(document, value))) countUses(document, part, uses);
}

function partsOf({ items, properties }: JsonObject): unknown[] {
  return [...(items === undefined ? [] : [items]), ...Object.values(isObject(properties) ? properties : {})];
}

function nameOf(value: unknown): string | undefined {
  return isObject(value) && typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
}
