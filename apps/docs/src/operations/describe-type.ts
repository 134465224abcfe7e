import { isObject, type JsonObject, toArray } from '@giftoin/openapi';
import { flattenSchema } from './flatten-schema.ts';
import { listKnownValues } from './known-values.ts';

const formats: Readonly<Record<string, string>> = {
  int32: '32-bit',
  int64: '64-bit',
  uri: 'URI',
  'date-time': 'date and time, RFC 3339',
  date: 'date, RFC 3339',
  email: 'email address',
  uuid: 'UUID',
  byte: 'Base64',
};

/** Returns the JSON types that a value can have, without null. None if any is allowed. */
export function listTypes(document: JsonObject, value: unknown, depth = 0): string[] {
  const { schema } = flattenSchema(document, value);
  if (schema.type !== undefined)
    return [schema.type]
      .flat()
      .map(String)
      .filter((type) => type !== 'null');
  const branches = [...toArray(schema.oneOf), ...toArray(schema.anyOf)];
  // A schema that is a form of itself.
  const found = depth > 10 ? [] : branches.flatMap((branch) => listTypes(document, branch, depth + 1));
  if (found.length > 0) return [...new Set(found)];
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return ['object'];
  if (schema.items !== undefined || schema.prefixItems !== undefined) return ['array'];
  const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : [];
  return [...new Set(values.filter((item) => item !== null).map(toType))];
}

/** Returns whether a value can be null. */
export function isNullable(document: JsonObject, value: unknown, depth = 0): boolean {
  const { schema } = flattenSchema(document, value);
  if (schema.type !== undefined) return [schema.type].flat().includes('null');
  if ('const' in schema) return schema.const === null;
  if (Array.isArray(schema.enum)) return schema.enum.includes(null);
  const branches = [...toArray(schema.oneOf), ...toArray(schema.anyOf)];
  return depth <= 10 && branches.some((branch) => isNullable(document, branch, depth + 1));
}

/** Describes the type of a value, for example `array of objects (Card)`. */
export function describeType(document: JsonObject, value: unknown, isPlural = false): string {
  const { schema, names } = flattenSchema(document, value);
  const types = listTypes(document, value);
  const [name] = names;
  if (types.length === 0) return isPlural ? 'any values' : 'any value';
  const words = types.map((type) => {
    if (type === 'array') return describeArray(document, schema, isPlural);
    const detail = type === 'object' ? name : describeFormat(schema);
    return pluralize(type, isPlural) + (detail === undefined ? '' : ` (${detail})`);
  });
  return words.join(' or ');
}

function describeFormat(schema: JsonObject): string | undefined {
  if (typeof schema.format !== 'string' || listKnownValues(schema).length > 0) return undefined;
  return formats[schema.format] ?? schema.format;
}

function describeArray(document: JsonObject, schema: JsonObject, isPlural: boolean): string {
  const word = pluralize('array', isPlural);
  if (!isObject(schema.items)) return word;
  return `${word} of ${describeType(document, schema.items, true)}`;
}

function pluralize(type: string, isPlural: boolean): string {
  return isPlural ? `${type}s` : type;
}

function toType(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
