import {
  createExample,
  createSchemaValidator,
  isSuccess,
  listOperations,
  type OpenApiDocument,
  type Operation,
  type Response,
  type SchemaValidator,
} from '@giftoin/openapi';
import { formatKey } from './format-code.ts';

/** Creates the constants with the named examples of the document, one example per line. */
export function createExamples(document: OpenApiDocument): string {
  const validate = createSchemaValidator(document);
  const operations = listOperations(document);
  const successes = operations.map(
    (operation) => [operation.operationId, listSuccesses(document, validate, operation)] as const,
  );
  const lines = successes.map(([operationId, examples]) => {
    const bodies = [...examples].map(([name, { body }]) => `    ${formatKey(name)}: ${formatValue(body)},\n`);
    return `  ${formatKey(operationId)}: {\n${bodies.join('')}  },\n`;
  });
  const errors = [...listErrors(operations, validate)].map(
    ([name, error]) => `  ${formatKey(name)}: ${JSON.stringify(error)},\n`,
  );
  const statuses = successes.flatMap(([operationId, examples]) => {
    const others = [...examples].filter(([, { status }]) => status !== 200);
    return others.length === 0
      ? []
      : [[operationId, Object.fromEntries(others.map(([name, { status }]) => [name, status]))]];
  });
  return `/** The bodies of successful responses, by operationId and the name of the example. */
export const responseExamples = {
${lines.join('')}} as const;
/** The status codes and bodies of errors, by the name of the example. */
export const errorExamples = {
${errors.join('')}} as const;
/** The status codes of the examples in \`responseExamples\`, if they are not 200. */
export const exampleStatuses: Readonly<Record<string, Readonly<Record<string, number>>>> = ${JSON.stringify(Object.fromEntries(statuses), null, 2)};
`;
}

interface Example {
  readonly status: number;
  readonly body: unknown;
}

/**
 * Lists the valid examples of the successes of an operation. A success without any has one that is created from its schema,
 * and one without a body has the example `empty`.
 */
function listSuccesses(
  document: OpenApiDocument,
  validate: SchemaValidator,
  operation: Operation,
): Map<string, Example> {
  const found = new Map<string, Example>();
  for (const response of operation.responses.filter(isSuccess)) {
    const { status, schema, examples } = response;
    const valid = listValid(response, validate);
    if (schema === undefined) valid.set('empty', undefined);
    if (schema !== undefined && examples.size === 0) {
      const body = createExample(document, schema);
      if (validate(schema, body).length === 0) valid.set('generated', body);
    }
    for (const [name, body] of valid) found.set(found.has(name) ? `${name}${status}` : name, { status, body });
  }
  return found;
}

/** Lists the examples of errors. Different errors with the same name have the status code in their names. */
function listErrors(operations: readonly Operation[], validate: SchemaValidator): Map<string, Example> {
  const errors = new Map<string, Example>();
  for (const { operationId, responses } of operations) {
    for (const response of responses.filter((response) => !isSuccess(response))) {
      const { status } = response;
      for (const [name, body] of listValid(response, validate)) {
        const error = { status, body };
        // A single `example` of a response has no name of its own.
        const names = [
          name === 'example' ? `error${status}` : name,
          `${name}${status}`,
          `${operationId}${status}${name}`,
        ];
        const isFree = (name: string) => JSON.stringify(errors.get(name) ?? error) === JSON.stringify(error);
        errors.set(names.find(isFree) ?? `${operationId}${status}${name}`, error);
      }
    }
  }
  return errors;
}

function listValid({ schema = {}, examples }: Response, validate: SchemaValidator): Map<string, unknown> {
  return new Map([...examples].filter(([, body]) => validate(schema, body).length === 0));
}

function formatValue(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
