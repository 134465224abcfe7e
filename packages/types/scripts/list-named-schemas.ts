import type { OpenApiDocument } from '@giftoin/openapi';

export interface NamedSchema {
  readonly type?: string | string[];
  readonly description?: string;
}

/** Returns the schemas in `components/schemas`, with their names, in document order. */
export function listNamedSchemas(document: OpenApiDocument): [string, NamedSchema][] {
  return Object.entries((document.components.schemas ?? {}) as Record<string, NamedSchema>);
}
