/** A JSON value that is an object. */
export type JsonObject = { readonly [name: string]: unknown };

/** A parsed OpenAPI 3.1 document. It still contains its references; `resolveReference` resolves them. */
export interface OpenApiDocument extends JsonObject {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: JsonObject;
  readonly components: JsonObject;
}

/** Returns whether a JSON value is an object. Arrays and null are not objects. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
