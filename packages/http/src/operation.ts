import type { Violation } from '@giftoin/protocol';

/** A JSON Schema. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What the server has to know of an operation. `@giftoin/openapi` reads it from a document. */
export interface Operation {
  readonly operationId: string;
  /** The HTTP method, in upper or lower case. */
  readonly method: string;
  /** The path template, for example `/users/{platform}`. */
  readonly path: string;
  readonly parameters: readonly OperationParameter[];
  /** The headers that can carry the API key, in their order of precedence. Empty if the operation needs no key. */
  readonly apiKeyHeaders: readonly string[];
  /** The schema of the JSON body. Undefined if the operation takes none. */
  readonly requestSchema?: JsonSchema | undefined;
}

export interface OperationParameter {
  readonly name: string;
  /** `path`, `query` or `header`. */
  readonly in: string;
  readonly required: boolean;
  /** The schema, without references. */
  readonly schema: JsonSchema;
}

/** Validates a value against a schema. Returns the violations; none if the value is valid. */
export type ValidateSchema = (schema: JsonSchema, value: unknown) => readonly Violation[];
