import type { JsonObject } from './document.ts';

const annotations = [
  'title',
  'description',
  'summary',
  'default',
  'example',
  'examples',
  'deprecated',
  'readOnly',
  'writeOnly',
  'externalDocs',
  'xml',
  '$comment',
];
/** These look at the keywords beside them, so they cannot move to another object. */
const contextual = ['additionalProperties', 'unevaluatedProperties', 'items', 'unevaluatedItems', 'if', 'then', 'else'];

/** Returns whether a keyword of a schema does not restrict values. */
export function isAnnotation(keyword: string): boolean {
  return annotations.includes(keyword) || keyword.startsWith('x-');
}

/** Splits the siblings of a `$ref` into annotations, and keywords that restrict the value. */
export function splitSiblings(siblings: JsonObject): { readonly restrictions: JsonObject; readonly notes: JsonObject } {
  const entries = Object.entries(siblings);
  return {
    restrictions: Object.fromEntries(entries.filter(([keyword]) => !isAnnotation(keyword))),
    notes: Object.fromEntries(entries.filter(([keyword]) => isAnnotation(keyword))),
  };
}

/**
 * Merges a schema with the keywords beside the `$ref` that leads to it. A value has to match both, so a keyword of both
 * becomes `allOf`. Annotations beside the `$ref` replace those of the schema.
 */
export function mergeSiblings(target: JsonObject, siblings: JsonObject): JsonObject {
  const { restrictions, notes } = splitSiblings(siblings);
  const keywords = [...Object.keys(restrictions), ...Object.keys(target)];
  const names = Object.keys(restrictions);
  if (names.length === 0) return { ...target, ...notes };
  const conflicts = names.some((name) => name in target) || keywords.some((keyword) => contextual.includes(keyword));
  return conflicts ? { ...notes, allOf: [target, restrictions] } : { ...target, ...siblings };
}
