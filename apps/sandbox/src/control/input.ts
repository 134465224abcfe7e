import {
  createSchemaValidator,
  listOperations,
  type Operation,
  readDocument,
  type SchemaViolation,
  sandboxControlFile,
} from '@giftoin/openapi';
import type { ControlOperationId } from '@giftoin/types/sandbox-control';
import { RequestError } from '../store/index.ts';

/** Holds an input against the document: path parameters, query and body become one record. */
export type InputCheck = (
  operationId: ControlOperationId,
  parameters: ReadonlyMap<string, string>,
  query: string,
  body: unknown,
) => Record<string, unknown>;

/** Reads the document; a sandbox that nobody controls does without. */
export async function inputCheck(): Promise<InputCheck> {
  const document = await readDocument(sandboxControlFile);
  const check = createSchemaValidator(document);
  const operations = new Map(listOperations(document).map((operation) => [operation.operationId, operation]));

  return (operationId, parameters, query, body) => {
    const operation = operations.get(operationId) as Operation;
    const sent = new URLSearchParams(query);
    const input: Record<string, unknown> = Object.fromEntries(parameters);
    for (const { name, in: place, schema } of operation.parameters) {
      const text = sent.get(name);
      if (place === 'query' && text !== null)
        input[name] = schema.type === 'integer' && /^-?\d+$/.test(text) ? Number(text) : text;
      const faults = name in input ? check(schema, input[name]) : [];
      if (faults.length > 0) throw new RequestError(400, `The parameter ${name} does not fit: ${sentenceOf(faults)}`);
    }
    if (operation.requestSchema === undefined) return input;
    const faults = check(operation.requestSchema, body);
    if (faults.length > 0) throw new RequestError(400, `The body does not fit: ${sentenceOf(faults)}`);
    return { ...(body as Record<string, unknown>), ...input };
  };
}

function sentenceOf(faults: readonly SchemaViolation[]): string {
  const [violations, more] = [faults.slice(0, 5), faults.length - 5];
  const shown = violations.map(({ path, message }) => `${path || 'the whole'} ${message}`);
  return `${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`;
}
