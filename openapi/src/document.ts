/** A JSON value that is an object. */
export type JsonObject = { readonly [name: string]: unknown };

/** A parsed OpenAPI 3.1 document. It still contains its references; `resolveReference` resolves them. */
export interface OpenApiDocument extends JsonObject {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  /** Empty if the document has none. */
  readonly paths: JsonObject;
  /** Empty if the document has none. */
  readonly components: JsonObject;
}

/** Returns whether a JSON value is an object. Arrays and null are not objects. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Returns the value if it is an object, or an empty object. */
export function toObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** Returns the value if it is a string, or undefined. */
export function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** Returns the value if it is an array, or an empty array. */
export function toArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
