import { DocumentError, isObject, type JsonObject, type OpenApiDocument, resolve } from './document.ts';
import { inlineReferences } from './inline-references.ts';

/** One operation of a document, with every reference to a parameter, response, header or example resolved. */
export interface Operation {
  readonly operationId: string;
  /** The HTTP method in lower case, as the document writes it. */
  readonly method: string;
  /** The path with its parameters in braces. */
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The names of the headers that may carry the API key, in the order in which they count. */
  readonly apiKeyHeaders: readonly string[];
  /** The schema of the JSON body of a request, as the document has it; undefined where it takes none. */
  readonly requestSchema: JsonObject | undefined;
  readonly responses: readonly Response[];
}

export interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  /** The schema with its references replaced by what they refer to. */
  readonly schema: JsonObject;
  /** The document's first example. */
  readonly example: unknown;
  /** The property of a successful answer that repeats this parameter, if there is one (`x-returned-as`). */
  readonly returnedAs: string | undefined;
}

export interface Response {
  readonly status: number;
  /** The media type of the body, and its schema as the document has it; undefined where there is no body. */
  readonly mediaType: string | undefined;
  readonly schema: JsonObject | undefined;
  /** The values of the document's named examples. */
  readonly examples: ReadonlyMap<string, unknown>;
  /** The names of the headers that must be there. */
  readonly requiredHeaders: readonly string[];
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/**
 * The operations of a document, in its order.
 *
 * @throws {DocumentError} where an operation has no `operationId`, or a status is not a number
 */
export function listOperations(document: OpenApiDocument): Operation[] {
  return Object.entries(document.paths).flatMap(([path, value]) => {
    const item = resolve(document, value);
    return methods.flatMap((method) => (item[method] ? [operationOf(document, path, method, item)] : []));
  });
}

function operationOf(document: OpenApiDocument, path: string, method: string, item: JsonObject): Operation {
  const operation = resolve(document, item[method]);
  if (typeof operation.operationId !== 'string') {
    throw new DocumentError(`${method.toUpperCase()} ${path} has no operationId. Give it one.`);
  }
  return {
    operationId: operation.operationId,
    method,
    path,
    parameters: [...list(item.parameters), ...list(operation.parameters)].map((value) => parameterOf(document, value)),
    apiKeyHeaders: apiKeyHeadersOf(document, operation.security ?? document.security),
    requestSchema: operation.requestBody === undefined ? undefined : requestSchemaOf(document, operation.requestBody),
    responses: Object.entries(operation.responses ?? {}).map(([status, value]) => responseOf(document, status, value)),
  };
}

function parameterOf(document: OpenApiDocument, value: unknown): Parameter {
  const parameter = resolve(document, value);
  return {
    name: String(parameter.name),
    in: String(parameter.in),
    required: parameter.required === true,
    schema: isObject(parameter.schema) ? inlineReferences(document, parameter.schema) : {},
    example: parameter.example ?? examplesOf(document, parameter).values().next().value,
    returnedAs: typeof parameter['x-returned-as'] === 'string' ? parameter['x-returned-as'] : undefined,
  };
}

function requestSchemaOf(document: OpenApiDocument, value: unknown): JsonObject | undefined {
  const content = resolve(document, value).content;
  const media = isObject(content) ? content['application/json'] : undefined;
  return isObject(media) && isObject(media.schema) ? media.schema : undefined;
}

function responseOf(document: OpenApiDocument, status: string, value: unknown): Response {
  if (!/^\d{3}$/.test(status)) {
    throw new DocumentError(`the response ${status} is not a status. Write each status as its three digits.`);
  }
  const response = resolve(document, value);
  const [mediaType, content] = Object.entries(response.content ?? {})[0] ?? [];
  const media = isObject(content) ? content : {};
  return {
    status: Number(status),
    mediaType,
    schema: isObject(media.schema) ? media.schema : undefined,
    examples: examplesOf(document, media),
    requiredHeaders: Object.entries(response.headers ?? {})
      .filter(([, header]) => resolve(document, header).required === true)
      .map(([name]) => name),
  };
}

function examplesOf(document: OpenApiDocument, holder: JsonObject): Map<string, unknown> {
  const examples = Object.entries(holder.examples ?? {});
  return new Map(examples.map(([name, example]) => [name, resolve(document, example).value]));
}

function apiKeyHeadersOf(document: OpenApiDocument, requirements: unknown): string[] {
  const schemes = isObject(document.components.securitySchemes) ? document.components.securitySchemes : {};
  return list(requirements)
    .flatMap((requirement) => Object.keys(isObject(requirement) ? requirement : {}))
    .map((name) => resolve(document, schemes[name]))
    .filter((scheme) => scheme.type === 'apiKey' && scheme.in === 'header')
    .map((scheme) => String(scheme.name));
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
