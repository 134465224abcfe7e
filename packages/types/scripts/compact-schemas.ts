import { isObject, type JsonObject, type OpenApiDocument, resolveReference, toArray, toObject } from '@giftoin/openapi';
import type { CompactSchema, SchemaOrName } from '../src/compact-schema.ts';
import { createParameterPattern } from './create-parameter-pattern.ts';
import { findOpenSetValues } from './open-set.ts';

/** The data that a program needs to validate values. */
export interface CompactSchemas {
  /** The schemas that are used more than once, by name. */
  readonly schemas: Readonly<Record<string, CompactSchema>>;
  /** The schemas that were converted, by their names. */
  readonly roots: Readonly<Record<string, SchemaOrName>>;
}

export interface CompactOptions {
  /** The properties that can be missing in this direction, even if they are required: `readOnly` in a request. */
  readonly omitted: 'readOnly' | 'writeOnly';
  /** Whether patterns and lengths are converted. */
  readonly hasLimits: boolean;
}

/**
 * Converts schemas. The result accepts every value that the schema accepts. Keywords that a CompactSchema does not have, for
 * example `not`, are dropped, and `oneOf` becomes `anyOf`.
 */
export function compactSchemas(
  document: OpenApiDocument,
  roots: readonly (readonly [name: string, schema: unknown])[],
  { omitted, hasLimits }: CompactOptions,
): CompactSchemas {
  const uses = new Map<string, number>();
  for (const [, schema] of roots) countUses(document, schema, uses);
  const schemas: Record<string, CompactSchema> = {};

  function toSchemaOrName(value: unknown): SchemaOrName {
    if (typeof value === 'boolean') return value ? anyType : 'never';
    const name = getReferenceName(value);
    const schema = resolveReference(document, value);
    const isNamed = name !== undefined && Number(uses.get(name)) > 1 && listSubschemas(schema).length > 0;
    if (!isNamed) return simplify(toCompactSchema(schema));
    const key = types.includes(name) ? `#${name}` : name;
    if (!Object.hasOwn(schemas, key)) {
      // The name is added before the schema is converted, because the schema can contain itself.
      schemas[key] = { type: anyType };
      schemas[key] = toCompactSchema(schema);
    }
    return key;
  }

  function toCompactSchema(schema: JsonObject): CompactSchema {
    if (findOpenSetValues(schema)) return { type: 'string' };
    return mergeAnyOf({
      type: toType(schema),
      ...toNumberLimits(schema),
      ...(hasLimits && toTextLimits(schema)),
      ...toArrayKeywords(schema),
      ...toObjectKeywords(schema),
      ...toEnum(schema),
      ...toCombinations(schema),
    });
  }

  function toArrayKeywords({ items, prefixItems }: JsonObject): Partial<CompactSchema> {
    if (!Array.isArray(prefixItems)) return items === undefined ? {} : { items: toSchemaOrName(items) };
    return {
      prefixItems: prefixItems.map(toSchemaOrName),
      ...(items !== undefined && { rest: toSchemaOrName(items) }),
    };
  }

  function toObjectKeywords(schema: JsonObject): Partial<CompactSchema> {
    const { additionalProperties, patternProperties } = schema;
    const required = toArray(schema.required).map(String);
    // Every object inherits some names, for example `constructor`, so that such a property never seems to be missing.
    const properties = Object.entries(toObject(schema.properties)).filter(([name]) => !(name in {}));
    const declared = properties.map(([name]) => name);
    const undeclared = required.filter((name) => !declared.includes(name) && !(name in {}));
    const isOmitted = (value: unknown) => isObject(value) && resolveReference(document, value)[omitted] === true;
    const optional = properties.filter(([name, value]) => !required.includes(name) || isOmitted(value));
    const members = [
      ...properties.map(([name, value]) => [name, toSchemaOrName(value)]),
      ...undeclared.map((name) => [name, anyType]),
    ];
    return {
      ...((isObject(schema.properties) || undeclared.length > 0) && { properties: Object.fromEntries(members) }),
      ...(optional.length > 0 && { optional: optional.map(([name]) => name) }),
      ...(additionalProperties !== undefined &&
        additionalProperties !== true &&
        patternProperties === undefined && { values: toSchemaOrName(additionalProperties) }),
    };
  }

  function toCombinations({ allOf, anyOf, oneOf }: JsonObject): Partial<CompactSchema> {
    const all = toArray(allOf).map(toSchemaOrName);
    const alternatives = [anyOf, oneOf].filter(Array.isArray).map((branches) => branches.map(toSchemaOrName));
    // A schema with both keywords is rare.
    const [first, ...more] = alternatives.filter((branches) => !branches.includes(anyType));
    const every = [...all, ...more.map((branches) => ({ type: anyType, anyOf: branches }))].filter(
      (branch) => branch !== anyType,
    );
    return { ...(every.length > 0 && { allOf: every }), ...(first && { anyOf: first }) };
  }

  const converted = roots.map(([name, schema]) => [name, toSchemaOrName(schema)]);
  return { schemas, roots: Object.fromEntries(converted) };
}

const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null', 'never'];
export const anyType = 'object|array|string|number|integer|boolean|null';

function toType({ type }: JsonObject): string {
  if (type === undefined) return anyType;
  // Every integer is a number.
  return [type].flat().join('|').replace('number', 'number|integer');
}

function toNumberLimits(schema: JsonObject): Partial<CompactSchema> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema as Readonly<
    Record<string, number | undefined>
  >;
  // The range of `int64` is larger than the integers that JavaScript represents exactly, which a validator checks.
  const isInt32 = schema.type === 'integer' && schema.format === 'int32';
  const range = isInt32 ? { minimum: -(2 ** 31), maximum: 2 ** 31 - 1 } : {};
  // The next integer is the first that is allowed. For other numbers, the limit itself is accepted too.
  const step = schema.type === 'integer' ? 1 : 0;
  const lowest = [range.minimum, minimum, exclusiveMinimum === undefined ? undefined : exclusiveMinimum + step].filter(
    isNumber,
  );
  const highest = [range.maximum, maximum, exclusiveMaximum === undefined ? undefined : exclusiveMaximum - step].filter(
    isNumber,
  );
  return {
    ...(lowest.length > 0 && { minimum: Math.max(...lowest) }),
    ...(highest.length > 0 && { maximum: Math.min(...highest) }),
  };
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function toTextLimits(schema: JsonObject): Partial<CompactSchema> {
  const { pattern, not } = schema;
  const hasPattern = pattern !== undefined || (isObject(not) && not.enum !== undefined && schema.type === 'string');
  const limits = ['minLength', 'maxLength', 'minItems', 'maxItems'].filter((keyword) => schema[keyword] !== undefined);
  return {
    ...(hasPattern && { pattern: createParameterPattern({ not, pattern: pattern ?? '^[\\s\\S]*$' }) }),
    ...Object.fromEntries(limits.map((keyword) => [keyword, schema[keyword]])),
  };
}

function toEnum(schema: JsonObject): Partial<CompactSchema> {
  const values = 'const' in schema ? [schema.const] : schema.enum;
  return Array.isArray(values) ? { enum: values } : {};
}

/** Merges alternatives that are only types: `anyOf: ['string', 'null']` is the type `string|null`. */
function mergeAnyOf({ anyOf, ...schema }: CompactSchema): CompactSchema {
  if (!anyOf) return schema;
  const isType = (branch: SchemaOrName): branch is string =>
    typeof branch === 'string' && branch.split('|').every((type) => types.includes(type) && type !== 'never');
  if (schema.type !== anyType || !anyOf.every(isType)) return { ...schema, anyOf };
  return { ...schema, type: [...new Set(anyOf.flatMap((branch) => branch.split('|')))].join('|') };
}

/** Replaces a schema that has only a type by the type. */
function simplify(schema: CompactSchema): SchemaOrName {
  return Object.keys(schema).length === 1 ? schema.type : schema;
}

/** Counts the uses of each named schema. A schema that contains itself has at least two. */
function countUses(document: OpenApiDocument, value: unknown, uses: Map<string, number>): void {
  if (!isObject(value)) return;
  const name = getReferenceName(value);
  const count = uses.get(name ?? '') ?? 0;
  if (name) uses.set(name, count + 1);
  if (count > 0) return;
  for (const subschema of listSubschemas(resolveReference(document, value))) countUses(document, subschema, uses);
}

function listSubschemas(schema: JsonObject): unknown[] {
  const { items, additionalProperties, properties } = schema;
  const lists = ['prefixItems', 'allOf', 'anyOf', 'oneOf'].flatMap((keyword) => toArray(schema[keyword]));
  return [...[items, additionalProperties].filter(isObject), ...Object.values(toObject(properties)), ...lists];
}

function getReferenceName(value: unknown): string | undefined {
  return isObject(value) && typeof value.$ref === 'string' ? value.$ref.split('/').at(-1) : undefined;
}
