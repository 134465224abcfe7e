import type { JsonSchema } from '@giftoin/http/portable';
import { isObject } from './place.ts';

/** Returns what is wrong with a value; undefined if it is valid or has a type that the keyword does not restrict. */
type Keyword<Limit> = (value: unknown, limit: Limit) => string | undefined;

type Keywords = Readonly<Record<string, Keyword<never>>>;

/**
 * The keywords that a value alone is checked against, in the order and with the messages of Ajv. A
 * keyword restricts only the values of its own type.
 */
const scalarChecks: Keywords = {
  maximum: (value, limit: number) => (isNumber(value) && value > limit ? `must be <= ${limit}` : undefined),
  minimum: (value, limit: number) => (isNumber(value) && value < limit ? `must be >= ${limit}` : undefined),
  exclusiveMaximum: (value, limit: number) => (isNumber(value) && value >= limit ? `must be < ${limit}` : undefined),
  exclusiveMinimum: (value, limit: number) => (isNumber(value) && value <= limit ? `must be > ${limit}` : undefined),
  multipleOf: (value, factor: number) =>
    isNumber(value) && !Number.isInteger(value / factor) ? `must be multiple of ${factor}` : undefined,
  maxLength: (value, limit: number) =>
    isString(value) && countCharacters(value) > limit ? `must NOT have more than ${limit} characters` : undefined,
  minLength: (value, limit: number) =>
    isString(value) && countCharacters(value) < limit ? `must NOT have fewer than ${limit} characters` : undefined,
  pattern: (value, source: string) =>
    isString(value) && !new RegExp(source, 'u').test(value) ? `must match pattern "${source}"` : undefined,
  format: (value, name: string) => (isFormat(value, name) ? undefined : `must match format "${name}"`),
  const: (value, expected: unknown) => (isEqual(value, expected) ? undefined : 'must be equal to constant'),
  enum: (value, values: readonly unknown[]) =>
    values.some((allowed) => isEqual(value, allowed))
      ? undefined
      : `must be equal to one of the allowed values: ${values.join(', ')}`,
};

/** The keywords of arrays and objects. Ajv checks them after combinations of schemas. */
const containerChecks: Keywords = {
  maxItems: (value, limit: number) =>
    Array.isArray(value) && value.length > limit ? `must NOT have more than ${limit} items` : undefined,
  minItems: (value, limit: number) =>
    Array.isArray(value) && value.length < limit ? `must NOT have fewer than ${limit} items` : undefined,
  uniqueItems: (value, isRequired: boolean) => (isRequired && Array.isArray(value) ? findEqualItems(value) : undefined),
  maxProperties: (value, limit: number) =>
    isObject(value) && Object.keys(value).length > limit ? `must NOT have more than ${limit} properties` : undefined,
  minProperties: (value, limit: number) =>
    isObject(value) && Object.keys(value).length < limit ? `must NOT have fewer than ${limit} properties` : undefined,
};

/** Returns the names of the keywords that a value violates, with the messages. */
export const checkScalar = (schema: JsonSchema, value: unknown) => check(scalarChecks, schema, value);
export const checkContainer = (schema: JsonSchema, value: unknown) => check(containerChecks, schema, value);

function check(checks: Keywords, schema: JsonSchema, value: unknown): [code: string, message: string][] {
  return Object.entries(checks).flatMap(([name, findMessage]): [string, string][] => {
    const message = name in schema ? findMessage(value, schema[name] as never) : undefined;
    return message === undefined ? [] : [[name, message]];
  });
}

/** Whether a value has one of the types of a schema, or the schema has none. */
export function hasType(value: unknown, { type }: JsonSchema): boolean {
  const types = [type ?? []].flat();
  if (types.length === 0 || types.includes(toJsonType(value))) return true;
  return types.includes('integer') && Number.isInteger(value);
}

/** The keywords that these checks know. */
export const listKeywords = (): string[] => [scalarChecks, containerChecks].flatMap((checks) => Object.keys(checks));

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

function isEqual(one: unknown, other: unknown): boolean {
  if (Array.isArray(one)) {
    return Array.isArray(other) && one.length === other.length && one.every((item, at) => isEqual(item, other[at]));
  }
  if (!isObject(one)) return one === other;
  const names = Object.keys(one);
  return (
    isObject(other) &&
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name]))
  );
}

/** Names the last item that is equal to an earlier one, like Ajv. */
function findEqualItems(items: readonly unknown[]): string | undefined {
  const last = items.findIndex((item, at) => items.slice(0, at).some((other) => isEqual(other, item)));
  if (last === -1) return undefined;
  const first = items.findIndex((item) => isEqual(item, items[last]));
  return `must NOT have duplicate items (items ## ${first} and ${last} are identical)`;
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
