/**
 * A schema, the name of a schema, or JSON types joined by `|`. A small part of JSON Schema, so that a validator needs only a
 * few lines of code. `integer` is one of the types.
 */
export type SchemaOrName = string | CompactSchema;

/** A keyword that is not set is not validated. */
export interface CompactSchema {
  /** JSON types joined by `|`, for example `object|null`. */
  readonly type: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: SchemaOrName;
  readonly properties?: Readonly<Record<string, SchemaOrName>>;
  /** The names of the optional properties. */
  readonly optional?: readonly string[];
}
