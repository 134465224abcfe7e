import type { OpenApiDocument } from '@giftoin/openapi';
import { compactResponseSchemas } from './compact-response-schemas.ts';

/** Creates the constants with the schemas of successful responses. */
export function createResponseSchemas(document: OpenApiDocument): string {
  const { schemas, responses } = compactResponseSchemas(document);
  return `import type { SchemaOrName, CompactSchema } from '../compact-schema.ts';\n\nexport type { SchemaOrName, CompactSchema };

/** The schemas that the response schemas use more than once, by name. */
export const schemas: Readonly<Record<string, CompactSchema>> = ${JSON.stringify(schemas, null, 2)};
/** The schema of the response with status code 200, by operationId. */
export const responseSchemas: Readonly<Record<string, SchemaOrName>> = ${JSON.stringify(responses, null, 2)};
`;
}
