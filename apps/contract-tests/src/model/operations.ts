import type { JsonObject, Operation, Parameter } from '@giftoin/openapi';

export function listPathParameters({ parameters }: Operation): readonly Parameter[] {
  return parameters.filter(({ in: place }) => place === 'path');
}

/** The path parameter that names the requested resource; undefined if there is none. */
export function findNamingParameter(operation: Operation): Parameter | undefined {
  return listPathParameters(operation).find(({ returnedAs }) => returnedAs !== undefined);
}

export function findResponse({ responses }: Operation, status: number) {
  return responses.find((response) => response.status === status);
}

/** The name of a schema of the document, for example `ErrorBody`; undefined if it has none. */
export function parseSchemaName(schema: JsonObject | undefined): string | undefined {
  return typeof schema?.$ref === 'string' ? schema.$ref.split('/').at(-1) : undefined;
}

/** The operation that returns 200 with a schema of this name; undefined if there is none. */
export function findOperationReturning(operations: readonly Operation[], name: string): Operation | undefined {
  return operations.find((operation) => parseSchemaName(findResponse(operation, 200)?.schema) === name);
}
