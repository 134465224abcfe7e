import { type JsonObject, toText } from './document.ts';
import type { Operation, RequestBody } from './model.ts';
import type { PlaceReader } from './place-reader.ts';
import { readContent } from './read-content.ts';
import { readPagination } from './read-pagination.ts';
import { readParameters } from './read-parameters.ts';
import { readResponses } from './read-responses.ts';
import { readApiKeys } from './read-security.ts';

/** Reads an operation. `item` is its path item. */
export function readOperation(reader: PlaceReader, path: string, method: string, item: JsonObject): Operation {
  const operation = reader.resolve(item[method]);
  if (typeof operation.operationId !== 'string') reader.refuse('The operation has no operationId. Add one.');
  if (operation.servers !== undefined) {
    reader.refuse('An operation with `servers` is not supported. Use the servers of the document.');
  }
  if (operation.callbacks !== undefined) reader.note('Callbacks are not used. Describe them as webhooks.');
  const parameters = readParameters(reader, item, operation);
  checkPath(reader, path, parameters);
  const requestBody = operation.requestBody === undefined ? undefined : readRequestBody(reader, operation.requestBody);
  if (requestBody && ['get', 'head', 'trace'].includes(method)) {
    reader.refuse(`A ${method.toUpperCase()} request cannot have a body.`);
  }
  const apiKeys = readApiKeys(reader, operation.security ?? reader.document.security);
  const { responses, responseRanges } = readResponses(reader, operation.responses);
  const idempotencyKeyHeader = parameters.find(({ isIdempotencyKey }) => isIdempotencyKey)?.name;
  return {
    operationId: String(operation.operationId),
    method,
    path,
    parameters,
    apiKeyHeaders: [...apiKeys].sort((a, b) => a.precedence - b.precedence).map(({ header }) => header),
    apiKeys: apiKeys.map(({ precedence: _, ...apiKey }) => apiKey),
    requestBody,
    requestSchema: requestBody?.schema,
    responses,
    responseRanges,
    pagination: readPagination(reader, operation['x-pagination'], parameters, responses),
    isRetryable: readRetryable(reader, operation) ?? (isSafe(method) || idempotencyKeyHeader !== undefined),
    idempotencyKeyHeader,
    deprecated: operation.deprecated === true,
    summary: toText(operation.summary ?? item.summary),
    description: toText(operation.description ?? item.description),
    tags: Array.isArray(operation.tags) ? operation.tags.map(String) : [],
    source: toText(operation['x-source']),
  };
}

/** A request with this method changes nothing, so sending it again is safe. */
function isSafe(method: string): boolean {
  return ['get', 'head', 'options', 'trace'].includes(method);
}

function readRetryable(reader: PlaceReader, { 'x-retryable': value }: JsonObject): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  reader.refuse('`x-retryable` must be true or false.');
  return undefined;
}

function readRequestBody(reader: PlaceReader, value: unknown): RequestBody | undefined {
  const place = reader.at('request body');
  const body = place.resolve(value);
  const { mediaType, schema = {}, ...examples } = readContent(place, body.content);
  if (mediaType === undefined) return undefined;
  return { required: body.required === true, mediaType, schema, ...examples, description: toText(body.description) };
}

function checkPath(reader: PlaceReader, path: string, parameters: Operation['parameters']): void {
  const names = [...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => name);
  const declared = parameters.filter(({ in: location }) => location === 'path').map(({ name }) => name);
  for (const name of names.filter((name) => !declared.includes(name))) {
    reader.refuse(`The path contains {${name}}, but the operation has no path parameter ${name}. Add it.`);
  }
  for (const name of declared.filter((name) => !names.includes(name))) {
    reader.refuse(`The path does not contain the path parameter ${name}. Add {${name}}, or remove the parameter.`);
  }
}
