import { isObject, type JsonObject, type OpenApiDocument, resolveReference } from '@giftoin/openapi';

/**
 * A copy of the document in which every `x-source` stands in the description beside it, for readers to see.
 *
 * Redoc's own `showExtensions` leaves it out at responses, headers and alternatives, which is most of them.
 */
export function showSources(document: OpenApiDocument): JsonObject {
  const copy = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(copy);
    if (!isObject(value)) return value;
    const result = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copy(item)]));
    const source = sourceOf(document, value);
    if (source === undefined || typeof value.description !== 'string') return result;
    return { ...result, description: `${value.description.trimEnd()}\n\n\`x-source: ${source}\`` };
  };
  return Object.fromEntries(Object.entries(document).map(([name, value]) => [name, copy(value)]));
}

/** Redoc shows one description where an object has a reference or a schema: that one speaks for both. */
function sourceOf(document: OpenApiDocument, value: unknown): unknown {
  if (!isObject(value)) return undefined;
  return value['x-source'] ?? resolveReference(document, value)['x-source'] ?? sourceOf(document, value.schema);
}
