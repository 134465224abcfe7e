import { listKeywords } from './keywords.ts';
import { isObject } from './place.ts';

const structure = [
  'type',
  '$ref',
  '$id',
  '$defs',
  'not',
  'anyOf',
  'oneOf',
  'allOf',
  'items',
  'required',
  'additionalProperties',
  'properties',
];
// The discriminator repeats what the schemas of its `oneOf` require.
const annotations = [
  '$comment',
  '$schema',
  'title',
  'description',
  'default',
  'deprecated',
  'discriminator',
  'example',
  'examples',
  'externalDocs',
  'readOnly',
  'writeOnly',
];

/** @throws {Error} if a schema has a keyword that `createSchemaValidator` does not know: it would not be validated */
export function requireKnown(schema: unknown): void {
  if (!isObject(schema)) return;
  for (const [keyword, value] of Object.entries(schema)) {
    if (!isKnown(keyword))
      throw new Error(
        `the keyword ${keyword} is not supported by the simulator. Use others, or add it to src/validation`,
      );
    if (keyword === 'properties' || keyword === '$defs') Object.values(value as object).forEach(requireKnown);
    else if (['anyOf', 'oneOf', 'allOf'].includes(keyword)) (value as readonly unknown[]).forEach(requireKnown);
    else if (['items', 'not', 'additionalProperties'].includes(keyword)) requireKnown(value);
  }
}

function isKnown(keyword: string): boolean {
  return [...listKeywords(), ...structure, ...annotations].includes(keyword) || keyword.startsWith('x-');
}
