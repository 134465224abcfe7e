import { isSuccess, listOperations, type OpenApiDocument } from '@giftoin/openapi';
import { compactSchemas } from './compact-schemas.ts';
import { formatKeywordImport, formatSchemaSet, listKeywordFunctions } from './format-schema-set.ts';

/** Creates the constants with the schemas of successful responses. */
export function createResponseSchemas(document: OpenApiDocument): string {
  const successes = listOperations(document).flatMap(({ operationId, responses }): [string, unknown][] => {
    const bodies = responses.filter(isSuccess).flatMap(({ schema }) => (schema === undefined ? [] : [schema]));
    const unique = [...new Map(bodies.map((schema) => [JSON.stringify(schema), schema])).values()];
    if (unique.length === 0) return [];
    return [[operationId, unique.length === 1 ? unique[0] : { anyOf: unique }]];
  });
  const { schemas, roots } = compactSchemas(document, successes, { omitted: 'writeOnly', hasLimits: true });
  const keywords = listKeywordFunctions([...Object.values(schemas), ...Object.values(roots)]);
  return `${formatKeywordImport(keywords)}import type { CompactSchema, Keyword, SchemaOrName } from '../compact-schema.ts';

export type { SchemaOrName, CompactSchema };

${formatSchemaSet(schemas, keywords)}/** The schema of the body of a successful response, by operationId. An operation without such a body has none. */
export const responseSchemas: Readonly<Record<string, SchemaOrName>> = ${JSON.stringify(roots, null, 2)};
`;
}
