import {
  isObject,
  type JsonObject,
  listOperations,
  type OpenApiDocument,
  type Operation,
  type Parameter,
  type RequestBody,
  resolveReference,
} from '@giftoin/openapi';
import { formatLiteral } from './format-code.ts';

/** Creates the constant with what a server has to know of the operations, so that it need not read the document at run time. */
export function createServerOperations(document: OpenApiDocument): string {
  const operations = listOperations(document).map((operation) => {
    const { operationId, method, path, apiKeyHeaders, requestBody } = operation;
    return {
      operationId,
      method,
      path,
      apiKeyHeaders,
      parameters: operation.parameters.map(toServerParameter),
      ...(requestBody && { requestBody: toServerBody(document, operationId, requestBody) }),
      ...(!hasDefaultResponses(operation) && { responses: operation.responses.map(toServerResponse) }),
    };
  });
  return `/** The operations in the order of the document, with the schemas of their parameters, for servers. */
export const serverOperations = ${formatLiteral(operations)};
`;
}

/** A server reads the types from the schema, if it has them. */
function toServerParameter({ name, in: location, required, schema, types, isArray, separator }: Parameter) {
  const { items } = schema;
  const { type } = isArray && isObject(items) ? items : schema;
  return {
    name,
    in: location,
    required,
    schema: withoutAnnotations(schema),
    ...(String(types) !== String([type].flat()) && { types }),
    ...(isArray && schema.type !== 'array' && { isArray }),
    ...(location === 'query' && separator !== undefined && { separator }),
  };
}

/** A server needs the default of a parameter, and nothing else that describes its schema. */
function withoutAnnotations(schema: JsonObject): JsonObject {
  const keywords = Object.entries(schema).filter(([keyword]) => keyword === 'default' || !isAnnotation(keyword));
  return Object.fromEntries(keywords);
}

/** By default, a server sends 200 with a JSON body, and 400 for a request that violates the document. */
function hasDefaultResponses({ responses }: Operation): boolean {
  const statuses = responses.map(({ status }) => status);
  const successes = responses.filter(({ status }) => status < 300);
  const isDefault = ({ status, mediaType, headers }: Operation['responses'][number]) =>
    status === 200 && mediaType === 'application/json' && headers.length === 0;
  return successes.every(isDefault) && (statuses.includes(400) || !statuses.includes(422));
}

function toServerResponse({ status, mediaType, headers }: Operation['responses'][number]) {
  const names = headers.map(({ name }) => ({ name }));
  return { status, ...(mediaType !== undefined && { mediaType }), ...(names.length > 0 && { headers: names }) };
}

/** The body with a schema that contains the schemas it refers to: their references lead to its own `$defs`. */
function toServerBody(document: OpenApiDocument, operationId: string, { required, mediaType, schema }: RequestBody) {
  const id = encodeURIComponent(operationId);
  const names = new Map<string, string>();
  const $defs: Record<string, unknown> = {};

  function bundle(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(bundle);
    if (!isObject(value)) return value;
    const keywords = Object.entries(value).filter(([keyword]) => !isAnnotation(keyword));
    return Object.fromEntries(
      keywords.map(([keyword, item]) => {
        if (keyword === '$ref') return [keyword, `${id}#/$defs/${addDefinition(String(item))}`];
        if (values.includes(keyword)) return [keyword, item];
        return [keyword, maps.includes(keyword) && isObject(item) ? bundleAll(item) : bundle(item)];
      }),
    );
  }

  function bundleAll(schemas: JsonObject): JsonObject {
    return Object.fromEntries(Object.entries(schemas).map(([name, item]) => [name, bundle(item)]));
  }

  function addDefinition(reference: string): string {
    const known = names.get(reference);
    if (known !== undefined) return known;
    const name = reference.replace('#/components/schemas/', '').replaceAll(/[^\w.-]+/g, '_');
    const unique = name in $defs ? `${name}_${names.size}` : name;
    // The name is added before the schema is bundled, because the schema can contain itself.
    names.set(reference, unique);
    $defs[unique] = {};
    $defs[unique] = bundle(resolveReference(document, { $ref: reference }));
    return unique;
  }

  const bundled = bundle(schema) as JsonObject;
  return { required, mediaType, schema: names.size > 0 ? { $id: id, ...bundled, $defs } : bundled };
}

/** Keywords with schemas by name. */
const maps: readonly string[] = ['properties', 'patternProperties', 'dependentSchemas', '$defs'];
/** Keywords with values, which can look like schemas. */
const values: readonly string[] = ['const', 'enum', 'required'];
/** Keywords that do not restrict a value. */
const annotations: readonly string[] = [
  'title',
  'description',
  'default',
  'example',
  'examples',
  'deprecated',
  'discriminator',
  'externalDocs',
  'xml',
  '$comment',
];

function isAnnotation(keyword: string): boolean {
  return keyword.startsWith('x-') || annotations.includes(keyword);
}
