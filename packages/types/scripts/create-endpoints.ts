import { listOperations, type OpenApiDocument } from '@giftoin/openapi';
import { createParameterPattern } from './create-parameter-pattern.ts';
import { formatLiteral } from './format-code.ts';

/** Creates the constants that a client needs to send a request: origin, headers, endpoints and parameter patterns. */
export function createEndpoints(document: OpenApiDocument): string {
  const operations = listOperations(document);
  const endpoints = operations.map(({ operationId, method, path, parameters }) => {
    const locations = parameters.map((parameter) => [parameter.name, parameter.in]);
    return [operationId, { method: method.toUpperCase(), path, parameters: Object.fromEntries(locations) }];
  });
  const headers = [...new Set(operations.flatMap((operation) => operation.apiKeyHeaders))];
  const parameters = operations
    .flatMap((operation) => operation.parameters)
    .filter((parameter) => parameter.in === 'path');
  const patterns = parameters.map(({ name, schema }) => {
    return [name, createParameterPattern(schema)];
  });
  return `/** The origin of the production API. */
export const productionOrigin = ${formatLiteral(document.servers[0]?.url)};
/** The headers that can contain the API key, in order of precedence. */
export const apiKeyHeaders = ${formatLiteral(headers)};
/** The method, the path template and the locations of the parameters of every operation, by operationId. */
export const endpoints = ${formatLiteral(Object.fromEntries(endpoints))};
/** The pattern of every path parameter, as the source of a regular expression that matches the whole value. */
export const parameterPatterns = ${formatLiteral(Object.fromEntries(patterns))};
`;
}
