import { findResponse, type ResponseHeader } from '@giftoin/openapi';
import type { CompleteExchange } from '../../model/exchange.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../../model/suite-violation.ts';

/** Whether the document has headers for a response. */
export function hasDocumentedHeaders({ operation, response: { status } }: CompleteExchange): boolean {
  return listHeaders({ operation, status }).length > 0;
}

/** Finds headers that are missing, or that do not fit their schemas. */
export function findHeaderViolations(
  server: ServerUnderTest,
  { operation, response: { status, headers } }: CompleteExchange,
): SuiteViolation[] {
  return listHeaders({ operation, status }).flatMap(({ name, required, schema }) => {
    const actual = headers[name.toLowerCase()]?.join(', ');
    if (actual === undefined && !required) return [];
    if (actual !== undefined && isWellFormedHeader(server, schema, actual)) return [];
    const found = actual === undefined ? 'absent' : JSON.stringify(actual);
    return [
      createViolation(server, {
        requirement: 'response-headers',
        code: actual === undefined ? 'header-missing' : 'header-malformed',
        path: '',
        values: { header: name.toLowerCase(), actual },
        message: `The header ${name} is ${found}. Expected a value that fits its schema.`,
        expected: `the header ${name}, as the document describes it`,
      }),
    ];
  });
}

function listHeaders({ operation, status }: Pick<CompleteExchange, 'operation'> & { readonly status: number }) {
  // By the OpenAPI specification, a header with this name is ignored, because the media type says it.
  return (findResponse(operation, status)?.headers ?? []).filter(({ name }) => name.toLowerCase() !== 'content-type');
}

function isWellFormedHeader({ contract }: ServerUnderTest, schema: ResponseHeader['schema'], text: string): boolean {
  const readings = [text, ...parseScalar(text), text.split(',').map((item) => item.trim())];
  return readings.some((value) => contract.validate(schema, value).length === 0);
}

function parseScalar(text: string): unknown[] {
  return /^(-?(0|[1-9]\d*)(\.\d+)?|true|false)$/.test(text) ? [JSON.parse(text)] : [];
}
