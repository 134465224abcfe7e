import {
  isObject,
  type JsonObject,
  type Kind,
  mapChildren,
  type OpenApiDocument,
  type Replace,
  resolveReference,
  toArray,
} from '@giftoin/openapi';

/**
 * Changes a document so that openapi-typescript generates the types that callers need:
 *
 * - An idempotency key is optional, because the client creates one.
 * - Headers that the HTTP client sets are no parameters.
 * - Keywords that openapi-typescript reads in another way than JSON Schema are replaced.
 *
 * @param parameters the names of the parameters that callers give, for each location
 */
export function prepareDocument(
  document: OpenApiDocument,
  isGiven: (parameter: JsonObject) => boolean,
): OpenApiDocument {
  const replace: Replace = (value, kind, pointer) => {
    if (!isObject(value)) return value;
    const { callbacks: _, ...copy } = mapChildren(value, kind, pointer, replace);
    return prepare(copy, kind);
  };

  function prepare(value: JsonObject, kind: Kind): JsonObject {
    if (kind === 'schema') return prepareSchema(value);
    if (kind === 'parameter' && isIdempotencyKey(value)) return { ...value, required: false };
    if (value.parameters === undefined || (kind !== 'operation' && kind !== 'pathItem')) return value;
    const parameters = toArray(value.parameters);
    return { ...value, parameters: parameters.filter((parameter) => isGiven(resolveReference(document, parameter))) };
  }

  return replace(document, 'document', '#') as OpenApiDocument;
}

/** The marked header, or `Idempotency-Key` unless the mark says otherwise. */
function isIdempotencyKey({ name, in: location, 'x-idempotency-key': marked }: JsonObject): boolean {
  return (
    location === 'header' && (marked === true || (marked === undefined && /^idempotency-key$/i.test(String(name))))
  );
}

function prepareSchema({ $defs: _, ...schema }: JsonObject): JsonObject {
  if (schema.const === null) return { ...schema, const: undefined, type: 'null' };
  const { anyOf, description, deprecated, title, ...others } = schema;
  // openapi-typescript joins `anyOf` and the keywords beside it by `|`, but a value has to match both.
  const restricts = Object.keys(others).some((keyword) => restrictions.includes(keyword));
  if (!Array.isArray(anyOf) || !restricts) return schema;
  return { description, deprecated, title, allOf: [others, { anyOf }] };
}

const restrictions = ['properties', 'additionalProperties', 'allOf', 'oneOf'];
