import { isObject, type JsonObject, type OpenApiDocument } from './document.ts';
import { DocumentError } from './document-error.ts';
import { inlineReferences } from './inline-references.ts';
import { resolveReference } from './resolve-reference.ts';

/** An operation of a document. References to parameters, responses, headers and examples are resolved. */
export interface Operation {
  readonly operationId: string;
  /** The HTTP method in lowercase, as in the document. */
  readonly method: string;
  /** The path template, with parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The names of the headers that can contain the API key, in order of precedence. */
  readonly apiKeyHeaders: readonly string[];
  /** The schema of the JSON request body, with its references. `undefined` if the operation has no request body. */
  readonly requestSchema: JsonObject | undefined;
  readonly responses: readonly Response[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** The schema with its references replaced by what they refer to. */
  readonly schema: JsonObject;
  /** The first example in the document. */
  readonly example: unknown;
  /** The property of a successful response that contains the value of this parameter (`x-returned-as`), if any. */
  readonly returnedAs: string | undefined;
}

export interface Response {
  readonly status: number;
  /** The media type of the response body. `undefined` if there is no body. */
  readonly mediaType: string | undefined;
  /** The schema of the response body, with its references. `undefined` if there is no body. */
  readonly schema: JsonObject | undefined;
  /** The values of the examples, by name. */
  readonly examples: ReadonlyMap<string, unknown>;
  /** The names of the required headers. */
  readonly requiredHeaders: readonly string[];
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * Returns the operations of a document, in document order.
 *
 * @throws {DocumentError} if an operation has no `operationId` or a response has no numeric status code
 */
export function listOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, value]) => {
    const item = resolveReference(document, value);
    return methods.flatMap((method) => (item[method] ? [toOperation(document, path, method, item)] : []));
  });
}

function toOperation(document: OpenApiDocument, path: string, method: string, item: JsonObject): Operation {
  const operation = resolveReference(document, item[method]);
  if (typeof operation.operationId !== 'string') {
    throw new DocumentError(`${method.toUpperCase()} ${path} has no operationId. Add one.`);
  }
  return {
    operationId: operation.operationId,
    method,
    path,
    parameters: [...toArray(item.parameters), ...toArray(operation.parameters)].map((value) =>
      toParameter(document, value),
    ),
    apiKeyHeaders: listApiKeyHeaders(document, operation.security ?? document.security),
    requestSchema: operation.requestBody === undefined ? undefined : findRequestSchema(document, operation.requestBody),
    responses: Object.entries(operation.responses ?? {}).map(([status, value]) => toResponse(document, status, value)),
  };
}

function toParameter(document: OpenApiDocument, value: unknown): Parameter {
  const parameter = resolveReference(document, value);
  return {
    name: String(parameter.name),
    in: String(parameter.in),
    required: parameter.required === true,
    schema: isObject(parameter.schema) ? inlineReferences(document, parameter.schema) : {},
    example: parameter.example ?? toExampleMap(document, parameter).values().next().value,
    returnedAs: typeof parameter['x-returned-as'] === 'string' ? parameter['x-returned-as'] : undefined,
  };
}

function findRequestSchema(document: OpenApiDocument, value: unknown): JsonObject | undefined {
  const content = resolveReference(document, value).content;
  const media = isObject(content) ? content['application/json'] : undefined;
  return isObject(media) && isObject(media.schema) ? media.schema : undefined;
}

function toResponse(document: OpenApiDocument, status: string, value: unknown): Response {
  if (!/^\d{3}$/.test(status)) {
    throw new DocumentError(
      `the response ${JSON.stringify(status)} is not a status code. Use three digits, for example "200".`,
    );
  }
  const response = resolveReference(document, value);
  const [mediaType, content] = Object.entries(response.content ?? {})[0] ?? [];
  const media = isObject(content) ? content : {};
  return {
    status: Number(status),
    mediaType,
    schema: isObject(media.schema) ? media.schema : undefined,
    examples: toExampleMap(document, media),
    requiredHeaders: Object.entries(response.headers ?? {})
      .filter(([, header]) => resolveReference(document, header).required === true)
      .map(([name]) => name),
  };
}

function toExampleMap(document: OpenApiDocument, holder: JsonObject): Map<string, unknown> {
  const examples = Object.entries(holder.examples ?? {});
  return new Map(examples.map(([name, example]) => [name, resolveReference(document, example).value]));
}

function listApiKeyHeaders(document: OpenApiDocument, requirements: unknown): string[] {
  const schemes = isObject(document.components.securitySchemes) ? document.components.securitySchemes : {};
  return toArray(requirements)
    .flatMap((requirement) => Object.keys(isObject(requirement) ? requirement : {}))
    .map((name) => resolveReference(document, schemes[name]))
    .filter((scheme) => scheme.type === 'apiKey' && scheme.in === 'header')
    .map((scheme) => String(scheme.name));
}

function toArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
