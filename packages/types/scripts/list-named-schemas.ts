import { type JsonObject, type OpenApiDocument, toObject } from '@giftoin/openapi';

/** Returns the schemas in `components/schemas`, with their names, in document order. */
export function listNamedSchemas(document: OpenApiDocument): [string, JsonObject][] {
  // `true` is the schema of any value.
  return Object.entries(toObject(document.components.schemas)).map(([name, schema]) => [name, toObject(schema)]);
}
