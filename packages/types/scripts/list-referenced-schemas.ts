import { isObject, type JsonObject, type OpenApiDocument, toObject } from '@giftoin/openapi';

/** Returns the schemas of a document that other schemas refer to, directly or not, by name. */
export function listReferencedSchemas(document: OpenApiDocument, schemas: readonly JsonObject[]): JsonObject {
  const components = toObject(document.components.schemas);
  const found: Record<string, unknown> = {};
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    if (!isObject(value)) return;
    const name = typeof value.$ref === 'string' ? value.$ref.replace('#/components/schemas/', '') : '';
    if (Object.hasOwn(components, name) && !Object.hasOwn(found, name)) {
      found[name] = components[name];
      visit(components[name]);
    }
    for (const item of Object.values(value)) visit(item);
  };
  schemas.forEach(visit);
  return found;
}
