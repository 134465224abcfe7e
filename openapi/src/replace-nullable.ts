import type { JsonObject } from './document.ts';
import { splitSiblings } from './merge-siblings.ts';

/** Replaces `nullable: true` by the type null. `nullable: false` says nothing. */
export function replaceNullable(schema: JsonObject): JsonObject {
  const { nullable, ...others } = schema;
  if (nullable !== true) return others;
  const { restrictions, notes } = splitSiblings(others);
  if (Object.keys(restrictions).length === 0) return others;
  const { type, enum: values } = others;
  if (type === undefined || 'const' in others) return { ...notes, anyOf: [restrictions, { type: 'null' }] };
  const types = [type].flat();
  return {
    ...others,
    type: types.includes('null') ? type : [...types, 'null'],
    ...(Array.isArray(values) && { enum: values.includes(null) ? values : [...values, null] }),
  };
}
