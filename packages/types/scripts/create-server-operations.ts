import { isSuccess, listOperations, type OpenApiDocument, type Operation, type Parameter } from '@giftoin/openapi';
import { formatLiteral } from './format-code.ts';
import { listReferencedSchemas } from './list-referenced-schemas.ts';

/** Creates the constants with what a server has to know of the operations, so that it need not read the document at run time. */
export function createServerOperations(document: OpenApiDocument): string {
  const operations = listOperations(document);
  const bodies = operations.flatMap(({ requestSchema }) => (requestSchema ? [requestSchema] : []));
  const schemas = listReferencedSchemas(document, bodies);
  return `/** The operations in the order of the document, with the schemas of their parameters, for servers. */
export const serverOperations = ${formatLiteral(operations.map(toServerOperation))};
/** A document with the schemas that the request bodies refer to. */
export const serverDocument: { readonly components: { readonly schemas: Readonly<Record<string, unknown>> } } = ${JSON.stringify({ components: { schemas } }, null, 2)};
`;
}

function toServerOperation(operation: Operation): object {
  const { operationId, method, path, apiKeyHeaders, requestBody, requestSchema, responses } = operation;
  const parameters = operation.parameters.map(toServerParameter);
  const status = responses.find(isSuccess)?.status;
  return {
    operationId,
    method,
    path,
    apiKeyHeaders,
    parameters,
    ...(requestSchema && { requestSchema }),
    ...(requestBody && { requestBody: { required: requestBody.required, mediaType: requestBody.mediaType } }),
    ...(status !== 200 && { status }),
  };
}

function toServerParameter({ name, in: location, required, schema, types, isArray, separator }: Parameter): object {
  const isString = types.length === 1 && types[0] === 'string';
  return {
    name,
    in: location,
    required,
    schema,
    ...(!isString && { types }),
    ...(isArray && { isArray }),
    ...(separator !== undefined && { separator }),
  };
}
