import { isObject, type JsonObject, type OpenApiDocument, resolveReference } from '@giftoin/openapi';

/**
 * Returns a copy of the document with every `x-source` added to the description of the same object, so that readers see it.
 *
 * The `showExtensions` option of Redoc does not show it for responses, headers and alternatives.
 */
export function addSources(document: OpenApiDocument): JsonObject {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (!isObject(value)) return value;
    const result = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copy(item)]));
    const source = findSource(document, value);
    if (source === undefined || typeof value.description !== 'string') return result;
    return { ...result, description: `${value.description.trimEnd()}\n\n\`x-source: ${source}\`` };
  };
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, copy(value)]));
}

/** Redoc shows only one description for an object and its reference or schema, so the source of either is used. */
function findSource(document: OpenApiDocument, value: unknown): unknown {
  if (!isObject(value)) return undefined;
  return value['x-source'] ?? resolveReference(document, value)['x-source'] ?? findSource(document, value.schema);
}
