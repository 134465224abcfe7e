import type { JsonSchema } from '@giftoin/http/portable';
import { isObject } from './place.ts';

/** Returns what is wrong with a value; undefined if it is valid or has a type that the keyword does not restrict. */
type Keyword<Limit> = (value: unknown, limit: Limit) => string | undefined;

/**
 * The keywords that a value alone is checked against, in the order and with the messages of Ajv. A
 * keyword restricts only the values of its own type.
 */
const checks: Readonly<Record<string, Keyword<never>>> = {
  maximum: (value, limit: number) => (isNumber(value) && value > limit ? `must be <= ${limit}` : undefined),
  minimum: (value, limit: number) => (isNumber(value) && value < limit ? `must be >= ${limit}` : undefined),
  exclusiveMinimum: (value, limit: number) => (isNumber(value) && value <= limit ? `must be > ${limit}` : undefined),
  maxLength: (value, limit: number) =>
    isString(value) && countCharacters(value) > limit ? `must NOT have more than ${limit} characters` : undefined,
  minLength: (value, limit: number) =>
    isString(value) && countCharacters(value) < limit ? `must NOT have fewer than ${limit} characters` : undefined,
  pattern: (value, source: string) =>
    isString(value) && !new RegExp(source, 'u').test(value) ? `must match pattern "${source}"` : undefined,
  format: (value, name: string) => (isFormat(value, name) ? undefined : `must match format "${name}"`),
  minProperties: (value, limit: number) =>
    isObject(value) && Object.keys(value).length < limit ? `must NOT have fewer than ${limit} properties` : undefined,
  enum: (value, values: readonly unknown[]) =>
    values.includes(value) ? undefined : `must be equal to one of the allowed values: ${values.join(', ')}`,
};

/** Returns the names of the keywords that a value violates, with the messages. */
export function checkKeywords(schema: JsonSchema, value: unknown): [code: string, message: string][] {
  return Object.entries(checks).flatMap(([name, check]): [string, string][] => {
    const message = name in schema ? check(value, schema[name] as never) : undefined;
    return message === undefined ? [] : [[name, message]];
  });
}

/** Whether a value has one of the types of a schema, or the schema has none. */
export function hasType(value: unknown, { type }: JsonSchema): boolean {
  const types = [type ?? []].flat();
  if (types.length === 0 || types.includes(toJsonType(value))) return true;
  return types.includes('integer') && Number.isInteger(value);
}

/** Keywords that `checkKeywords` and `createSchemaValidator` know. Others cannot be validated in a page. */
export function isKnown(keyword: string): boolean {
  return keyword in checks || structure.includes(keyword) || annotations.includes(keyword) || keyword.startsWith('x-');
}

const structure = [
  'type',
  '$ref',
  '$id',
  '$defs',
  'not',
  'oneOf',
  'items',
  'required',
  'additionalProperties',
  'properties',
];
const annotations = ['title', 'description', 'default', 'example', 'examples', 'deprecated'];

function toJsonType(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number';
}

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function countCharacters(text: string): number {
  return [...text].length;
}

/** Other formats than these do not restrict a value. */
function isFormat(value: unknown, name: string): boolean {
  if (name === 'uri') return !isString(value) || uri.test(value);
  if (name === 'int64') return !isNumber(value) || Number.isInteger(value);
  return true;
}

/** A character of a URI that separates nothing, or one that is percent-encoded. */
const character = "(?:[\\w.~!$&'()*+,;=-]|%[\\da-f]{2})";
const authority = `/?/(?:(?:${character}|:)*@)?(?:\\[[\\da-f.]*:[\\da-f.]*:[\\da-f:.]*\\]|${character}*)(?::\\d*)?(?![^/?#])`;
const text = `(?:${character}|[:@/])`;
const tail = `(?:${character}|[:@/?])*`;

/** An absolute URI (RFC 3986). Like Ajv, it accepts a single slash; an address of IPv6 is only checked roughly. */
const uri = new RegExp(`^[a-z][a-z0-9+.-]*:(?:${authority}${text}*|${text}+)(?:\\?${tail})?(?:#${tail})?$`, 'i');
