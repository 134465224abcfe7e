import { isObject, type JsonObject, type OpenApiDocument, operationsOf, resolve } from '@giftoin/openapi';
import type { AnyShape, Shape } from '../src/shape.ts';
import { openSetValues } from './open-sets.ts';

/** What a program needs to check answers. */
export interface AnswerShapes {
  /** The shapes of the schemas that answers are made of, by name. */
  readonly shapes: Readonly<Record<string, AnyShape>>;
  /** The shape of a 200, by operationId. */
  readonly answers: Readonly<Record<string, AnyShape>>;
}

/** The shapes of a document's answers. What shapes cannot say, such as patterns, they leave unsaid. */
export function answerShapesOf(document: OpenApiDocument): AnswerShapes {
  const shapes: Record<string, AnyShape> = {};

  /** A schema that is referred to gets a name where it has parts, so that shapes may hold themselves. */
  function shapeOf(value: unknown): AnyShape {
    const schema = resolve(document, value);
    const name = isObject(value) && typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
    if (name === undefined || !(schema.properties || schema.items)) return ownShapeOf(schema);
    if (!(name in shapes)) {
      shapes[name] = 'being made';
      shapes[name] = ownShapeOf(schema);
    }
    return name;
  }

  function ownShapeOf(schema: JsonObject): AnyShape {
    if (openSetValues(schema)) return 'string';
    if (schema.type === undefined) return anything;
    const type = [schema.type].flat().join('|');
    const shape: Shape = { type, ...bounds(schema), ...parts(schema) };
    return Object.keys(shape).length === 1 ? type : shape;
  }

  function parts({ items, properties, required }: JsonObject): Partial<Shape> {
    const names = isObject(properties) ? Object.keys(properties) : [];
    const optional = names.filter((name) => !(Array.isArray(required) && required.includes(name)));
    return {
      ...(items !== undefined && { items: shapeOf(items) }),
      ...(isObject(properties) && {
        properties: Object.fromEntries(names.map((name) => [name, shapeOf(properties[name])])),
      }),
      ...(optional.length > 0 && { optional }),
    };
  }

  const answers = operationsOf(document).map(({ operationId, responses }) => {
    const schema = responses.find(({ status }) => status === 200)?.schema;
    return [operationId, schema ? shapeOf(schema) : anything];
  });
  return { shapes, answers: Object.fromEntries(answers) };
}

const anything = 'object|array|string|number|boolean|null';

function bounds(schema: JsonObject): Partial<Shape> {
  const names = ['minimum', 'maximum', 'enum'].filter((name) => schema[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, schema[name]]));
}
