import { isDeepStrictEqual } from 'node:util';
import type { OpenAPITSOptions } from 'openapi-typescript';
import ts from 'typescript';

/**
 * Returns the known values of an open set, which is the schema `anyOf: [{ type: string, enum: […] }, { type: string }]`.
 * Returns `undefined` for any other schema.
 */
export function findOpenSetValues(schema: unknown): string[] | undefined {
  const [known, open, ...more] = (schema as { anyOf?: { enum?: string[] }[] }).anyOf ?? [];
  return known?.enum?.every((value) => typeof value === 'string') &&
    isDeepStrictEqual(open, { type: 'string' }) &&
    more.length === 0
    ? known.enum
    : undefined;
}

/**
 * Returns the examples of a string, if there is more than one: then they show a choice, for example `discord` and `roblox`.
 * Returns `undefined` for any other schema.
 */
function findExampleValues(schema: unknown): string[] | undefined {
  const { type, examples } = schema as { type?: unknown; examples?: unknown };
  // The examples of a parameter or a response are an object.
  if (type !== 'string' || !Array.isArray(examples)) return undefined;
  // Documents can have examples of another type.
  const texts = examples.filter((example) => typeof example === 'string');
  return texts.length > 1 ? texts : undefined;
}

/**
 * Creates the type `'rare' | (string & {})` for an open set. Editors complete the known values, and unknown values still
 * compile. `'rare' | string` would collapse to `string`. Does the same for a string with several examples.
 */
export const createOpenSetType: NonNullable<OpenAPITSOptions['transform']> = (schema) => {
  const values = findOpenSetValues(schema) ?? findExampleValues(schema);
  if (!values) return undefined;
  const literals = values.map((value) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value)));
  const anyString = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ]);
  return ts.factory.createUnionTypeNode([...literals, ts.factory.createParenthesizedType(anyString)]);
};
