import type { CompactSchema, SchemaOrName } from '../src/compact-schema.ts';

/** The functions of schema-keywords.ts, by the keywords that they validate. */
const keywordFunctions: readonly (readonly [keyword: keyof CompactSchema, name: string])[] = [
  ['enum', 'enumKeyword'],
  ['anyOf', 'anyOfKeyword'],
  ['allOf', 'allOfKeyword'],
  ['values', 'valuesKeyword'],
  ['prefixItems', 'prefixItemsKeyword'],
  ['pattern', 'patternKeyword'],
  ['minLength', 'lengthKeyword'],
  ['maxLength', 'lengthKeyword'],
  ['minItems', 'itemsKeyword'],
  ['maxItems', 'itemsKeyword'],
];

/** Lists the functions of schema-keywords.ts that schemas need. */
export function listKeywordFunctions(schemas: readonly SchemaOrName[]): string[] {
  const keywords = new Set(schemas.flatMap(listKeywords));
  return [...new Set(keywordFunctions.filter(([keyword]) => keywords.has(keyword)).map(([, name]) => name))];
}

function listKeywords(schema: SchemaOrName): string[] {
  if (typeof schema === 'string') return [];
  const { items, properties = {}, anyOf = [], allOf = [], values, prefixItems = [], rest } = schema;
  const inner = [...Object.values(properties), ...anyOf, ...allOf, ...prefixItems, items, values, rest];
  return [...Object.keys(schema), ...inner.flatMap((value) => (value === undefined ? [] : listKeywords(value)))];
}

/** Formats the import of keyword functions; nothing if there are none. */
export function formatKeywordImport(names: readonly string[]): string {
  if (names.length === 0) return '';
  return `import { ${['combineKeywords', ...names].sort().join(', ')} } from '../schema-keywords.ts';\n`;
}

/** Formats the constants that are the same for every set of schemas. */
export function formatSchemaSet(schemas: Readonly<Record<string, CompactSchema>>, keywords: readonly string[]): string {
  const combined = keywords.length === 0 ? 'undefined' : `combineKeywords(${keywords.join(', ')})`;
  return `/** The schemas that are used more than once, by name. */
export const schemas: Readonly<Record<string, CompactSchema>> = ${JSON.stringify(schemas, null, 2)};
/** What validates the keywords of the schemas that not every document contains. */
export const keywords: Keyword | undefined = ${combined};
`;
}
