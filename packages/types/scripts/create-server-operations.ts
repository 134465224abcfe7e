import { listOperations, type OpenApiDocument } from '@giftoin/openapi';
import { formatLiteral } from './format-code.ts';

/** Creates the constant with what a server has to know of the operations, so that it need not read the document at run time. */
export function createServerOperations(document: OpenApiDocument): string {
  const operations = listOperations(document).map((operation) => {
    const { operationId, method, path, apiKeyHeaders, requestSchema } = operation;
    const parameters = operation.parameters.map((parameter) => {
      const { name, required, schema } = parameter;
      return { name, in: parameter.in, required, schema };
    });
    return { operationId, method, path, apiKeyHeaders, parameters, ...(requestSchema && { requestSchema }) };
  });
  return `/** The operations in the order of the document, with the schemas of their parameters, for servers. */
export const serverOperations = ${formatLiteral(operations)};
`;
}
