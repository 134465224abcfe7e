/**
 * What JSON looks like: the name of a shape, JSON types joined by `|`, or a shape of its own. A part of JSON Schema that
 * a few lines can hold a value against; `integer` is one of the types.
 */
export type SchemaOrName = string | CompactSchema;

/** Everything that is left out is not looked at. */
export interface CompactSchema {
  /** JSON types joined by `|`, such as `object|null`. */
  readonly type: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: SchemaOrName;
  readonly properties?: Readonly<Record<string, SchemaOrName>>;
  /** The properties that may be absent. */
  readonly optional?: readonly string[];
}
