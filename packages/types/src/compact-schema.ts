/**
 * A schema, the name of a schema, or JSON types joined by `|`. A small part of JSON Schema, so that a validator needs only a
 * few lines of code. `integer` is one of the types; `never` accepts no value. The name of a schema that is also the name of a
 * type starts with `#`.
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

  // The keywords below are validated by the functions in schema-keywords.ts.

  /** The values that are allowed. */
  readonly enum?: readonly unknown[];
  /** One of these schemas has to accept the value. */
  readonly anyOf?: readonly SchemaOrName[];
  /** Each of these schemas has to accept the value. */
  readonly allOf?: readonly SchemaOrName[];
  /** The schema of the properties that are not in `properties`. */
  readonly values?: SchemaOrName;
  /** The schemas of the first items of an array. */
  readonly prefixItems?: readonly SchemaOrName[];
  /** The schema of the items after `prefixItems`. */
  readonly rest?: SchemaOrName;
  /** The source of a regular expression with the flag `u`. */
  readonly pattern?: string;
  /** The smallest number of characters of a string. */
  readonly minLength?: number;
  /** The largest number of characters of a string. */
  readonly maxLength?: number;
  /** The smallest number of items of an array. */
  readonly minItems?: number;
  /** The largest number of items of an array. */
  readonly maxItems?: number;
}

/** What a value can violate. `required`: a property is missing. */
export type SchemaViolationCode =
  | 'type'
  | 'required'
  | 'minimum'
  | 'maximum'
  | 'enum'
  | 'anyOf'
  | 'pattern'
  | 'minLength'
  | 'maxLength'
  | 'minItems'
  | 'maxItems';

/** A place where a value violates a schema. */
export interface SchemaViolation {
  readonly code: SchemaViolationCode;
  /** Leads to the place in the value, for example `.cards[2].isOwned`. Empty for the whole value. */
  readonly path: string;
  /** What the schema requires and what the value is. */
  readonly values: { readonly expected: unknown; readonly actual: unknown };
  readonly message: string;
}

/** Returns the first violation in a value; undefined if it is valid. */
export type ValueValidator = (value: unknown) => SchemaViolation | undefined;

/** Creates the validator of a keyword; undefined if the schema does not contain it. */
export type Keyword = (
  schema: CompactSchema,
  compile: (schema: SchemaOrName) => ValueValidator,
) => ValueValidator | undefined;

/** Schemas that refer to each other by name, and what validates their keywords of schema-keywords.ts, if they have any. */
export interface SchemaSet {
  readonly schemas: Readonly<Record<string, CompactSchema>>;
  readonly keywords: Keyword | undefined;
}
