import { isSuccess, listOperations, listServers, type OpenApiDocument, type Operation } from '@giftoin/openapi';
import type { Endpoint } from '../src/endpoint.ts';
import { formatLiteral } from './format-code.ts';
import { listParameterPatterns, listParameterRules } from './parameter-patterns.ts';

/** Creates the constants that a client needs to send a request: origin, headers, endpoints and parameter patterns. */
export function createEndpoints(document: OpenApiDocument): string {
  const operations = listOperations(document);
  const endpoints = operations.map((operation) => [operation.operationId, toEndpoint(operation)]);
  const headers = [...new Set(operations.flatMap((operation) => operation.apiKeyHeaders))];
  const [origin = ''] = listServers(document);
  return `/** ${origin === '' ? 'Empty, because the document names no server.' : 'The origin of the production API.'} */
export const productionOrigin = ${formatLiteral(origin)};
/** The headers that can contain the API key, in order of precedence. */
export const apiKeyHeaders = ${formatLiteral(headers)};
/** The method, the path template and the locations of the parameters of every operation, by operationId. */
export const endpoints = ${formatLiteral(Object.fromEntries(endpoints))};
/** The pattern of every path parameter, as the source of a regular expression that matches the whole value. */
export const parameterPatterns = ${formatLiteral(listParameterPatterns(operations))};
/** What the value of every parameter with a pattern must be, in a sentence. */
export const parameterRules = ${formatLiteral(listParameterRules(operations))};
`;
}

function toEndpoint(operation: Operation): Endpoint {
  const { method, path, parameters, requestBody, idempotencyKeyHeader, isRetryable, pagination } = operation;
  const locations = parameters.map((parameter) => [parameter.name, parameter.in]);
  const required = parameters.filter((parameter) => {
    return parameter.required && parameter.in !== 'path' && !parameter.isIdempotencyKey;
  });
  const separators = parameters.flatMap(({ name, separator }) => (separator === undefined ? [] : [[name, separator]]));
  const successes = operation.responses.filter(isSuccess);
  const statuses = successes.map(({ status }) => status);
  const empty = successes.filter(({ schema }) => schema === undefined).map(({ status }) => status);
  const hasRange = operation.responseRanges.some(({ name }) => name.startsWith('2'));
  const isSafe = ['get', 'head', 'options', 'trace'].includes(method);
  return {
    method: method.toUpperCase(),
    path,
    parameters: Object.fromEntries(locations),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    ...(separators.length > 0 && {
      separators: Object.fromEntries(separators),
    }),
    ...(requestBody && { body: requestBody.required ? 'required' : 'optional' }),
    ...(requestBody && requestBody.mediaType !== 'application/json' && { mediaType: requestBody.mediaType }),
    ...((hasRange || statuses.join() !== '200') && { successes: hasRange ? '2XX' : statuses }),
    ...(empty.length > 0 && { emptySuccesses: empty }),
    ...(isRetryable !== isSafe && { isRetryable }),
    ...(idempotencyKeyHeader !== undefined && { idempotencyKeyHeader }),
    ...(pagination && { pagination: JSON.parse(JSON.stringify(pagination)) }),
  };
}
