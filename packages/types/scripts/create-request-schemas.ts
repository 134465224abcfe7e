import { listOperations, type OpenApiDocument, type Parameter } from '@giftoin/openapi';
import type { SchemaOrName } from '../src/compact-schema.ts';
import { compactSchemas } from './compact-schemas.ts';
import { formatKeywordImport, formatSchemaSet, listKeywordFunctions } from './format-schema-set.ts';
import { hasSharedPattern } from './parameter-patterns.ts';

/** Creates the constants with the schemas of request bodies and parameters, for validation before sending. */
export function createRequestSchemas(document: OpenApiDocument): string {
  const operations = listOperations(document);
  const bodies = operations.flatMap(({ operationId, requestBody }) =>
    requestBody ? [[operationId, requestBody.schema] as const] : [],
  );
  const options = { omitted: 'readOnly', hasLimits: true } as const;
  const { schemas, roots } = compactSchemas(document, bodies, options);
  const parameters = operations.flatMap(({ operationId, parameters }) => {
    const others = parameters.filter((parameter) => !hasSharedPattern(operations, parameter));
    return others.length === 0 ? [] : [[operationId, convert(document, others, options)] as const];
  });
  const parameterSchemas = Object.fromEntries(parameters);
  const all = [
    ...Object.values(schemas),
    ...Object.values(roots),
    ...Object.values(parameterSchemas).flatMap(Object.values),
  ];
  const keywords = listKeywordFunctions(all as SchemaOrName[]);
  return `${formatKeywordImport(keywords)}import type { CompactSchema, Keyword, SchemaOrName } from '../compact-schema.ts';

${formatSchemaSet(schemas, keywords)}/** The schema of the request body, by operationId. */
export const requestSchemas: Readonly<Record<string, SchemaOrName>> = ${JSON.stringify(roots, null, 2)};
/** The schemas of the parameters by operationId and name, except those in \`parameterPatterns\`. */
export const parameterSchemas: Readonly<Record<string, Readonly<Record<string, SchemaOrName>>>> = ${JSON.stringify(parameterSchemas, null, 2)};
`;
}

function convert(
  document: OpenApiDocument,
  parameters: readonly Parameter[],
  options: Parameters<typeof compactSchemas>[2],
): Readonly<Record<string, SchemaOrName>> {
  return compactSchemas(
    document,
    parameters.map(({ name, schema }) => [name, schema] as const),
    options,
  ).roots;
}
