import { isDeepStrictEqual } from 'node:util';
import type { OpenAPITSOptions } from 'openapi-typescript';
import ts from 'typescript';

/**
 * The known values of an open set, `anyOf: [{ type: string, enum: […] }, { type: string }]`; undefined for any
 * other schema.
 */
export function openSetValues(schema: unknown): string[] | undefined {
  const [known, open, ...more] = (schema as { anyOf?: { enum?: string[] }[] }).anyOf ?? [];
  return known?.enum && isDeepStrictEqual(open, { type: 'string' }) && more.length === 0 ? known.enum : undefined;
}

/**
 * Turns an open set into `'rare' | (string & {})`: an editor completes the known values, and a new one breaks no
 * program. A plain `'rare' | string` would collapse to `string`.
 */
export const openSetType: NonNullable<OpenAPITSOptions['transform']> = (schema) => {
  const values = openSetValues(schema);
  if (!values) return undefined;
  const literals = values.map((value) => ts.factory.createLiteralTypeNode(ts.factory.createStringLiteral(value)));
  const anyString = ts.factory.createIntersectionTypeNode([
    ts.factory.createKeywordTypeNode(ts.SyntaxKind.StringKeyword),
    ts.factory.createTypeLiteralNode([]),
  ]);
  return ts.factory.createUnionTypeNode([...literals, ts.factory.createParenthesizedType(anyString)]);
};
