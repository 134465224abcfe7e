import { isSuccess, listOperations, type OpenApiDocument } from '@giftoin/openapi';
import type { SchemaOrName } from '../src/compact-schema.ts';
import { compactSchemas } from './compact-schemas.ts';
import { formatKeywordImport, formatSchemaSet, listKeywordFunctions } from './format-schema-set.ts';

/** Creates the constants with the schemas of successful responses. */
export function createResponseSchemas(document: OpenApiDocument): string {
  const roots: [name: string, schema: unknown][] = [];
  const ownStatuses: [operationId: string, status: number | string][] = [];
  for (const { operationId, responses, responseRanges } of listOperations(document)) {
    const successes = [
      ...responses.filter(isSuccess),
      ...responseRanges.filter(({ name }) => name.startsWith('2')).map((range) => ({ ...range, status: '2XX' })),
    ].filter(({ schema }) => schema !== undefined);
    const unique = [...new Map(successes.map(({ schema }) => [JSON.stringify(schema), schema])).values()];
    if (unique.length > 0) roots.push([operationId, unique.length === 1 ? unique[0] : { anyOf: unique }]);
    if (unique.length < 2) continue;
    for (const { status, schema } of successes) {
      roots.push([toRootName(operationId, status), schema]);
      ownStatuses.push([operationId, status]);
    }
  }
  const compact = compactSchemas(document, roots, { omitted: 'writeOnly', hasLimits: true });
  const keywords = listKeywordFunctions([...Object.values(compact.schemas), ...Object.values(compact.roots)]);
  const statusSchemas: Record<string, Record<string, SchemaOrName>> = {};
  const responseSchemas = { ...compact.roots };
  for (const [operationId, status] of ownStatuses) {
    const name = toRootName(operationId, status);
    statusSchemas[operationId] = { ...statusSchemas[operationId], [status]: compact.roots[name] ?? 'never' };
    delete responseSchemas[name];
  }
  return `${formatKeywordImport(keywords)}import type { CompactSchema, Keyword, SchemaOrName } from '../compact-schema.ts';

export type { SchemaOrName, CompactSchema };

${formatSchemaSet(compact.schemas, keywords)}/** The schema of the body of a successful response, by operationId. An operation without such a body has none. */
export const responseSchemas: Readonly<Record<string, SchemaOrName>> = ${JSON.stringify(responseSchemas, null, 2)};
/** The schemas by operationId and status code, or \`2XX\` for all others, if they differ between the status codes of a success. */
export const statusSchemas: Readonly<Record<string, Readonly<Record<string, SchemaOrName>>>> = ${JSON.stringify(statusSchemas, null, 2)};
`;
}

/** A name that no operationId is, because none contains a line break. */
function toRootName(operationId: string, status: number | string): string {
  return `${operationId}\n${status}`;
}
