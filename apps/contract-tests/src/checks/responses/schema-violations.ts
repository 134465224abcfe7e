import { findResponse, type JsonObject, type SchemaViolation } from '@giftoin/openapi';
import type { CompleteExchange } from '../../model/exchange.ts';
import { findErrorResponse, parseSchemaName } from '../../model/operations.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../../model/suite-violation.ts';

/** Validates the body against the schema that the document has for the status code, or for any error. */
export function findSchemaViolations(
  server: ServerUnderTest,
  { operation, response: { status, json } }: CompleteExchange,
): SuiteViolation[] {
  const documented = findResponse(operation, status);
  const { schema } = documented ?? findErrorResponse(operation) ?? {};
  if (!schema || json === undefined) return [];
  const expected = `a body that fits ${parseSchemaName(schema) ?? 'its schema'}`;
  return validate(server, schema, json).map((violation) =>
    createViolation(server, {
      ...violation,
      requirement: 'schema',
      message: `${violation.path || 'The body'} ${violation.message}.`,
      expected,
    }),
  );
}

/** What was found in a value, by schema. Equal large responses share their value. */
const cache = new WeakMap<object, Map<JsonObject, readonly SchemaViolation[]>>();

function validate({ contract }: ServerUnderTest, schema: JsonObject, json: unknown): readonly SchemaViolation[] {
  if (typeof json !== 'object' || json === null) return contract.validate(schema, json);
  const bySchema = cache.get(json) ?? new Map();
  cache.set(json, bySchema);
  const found = bySchema.get(schema) ?? contract.validate(schema, json);
  bySchema.set(schema, found);
  return found;
}
