import type { SchemaViolation, SchemaViolationCode } from './compact-schema.ts';

/** @param relation precedes the expected value in the message, for example `at least ` */
export function createViolation(
  code: SchemaViolationCode,
  expected: unknown,
  actual: unknown,
  relation = '',
): SchemaViolation {
  return { code, path: '', values: { expected, actual }, message: `expected ${relation}${expected}, got ${actual}` };
}

/** The JSON type of a value, with `integer` as a type of its own, and `nothing` for a property that is missing. */
export function toJsonType(value: unknown): string {
  const type = typeof value;
  if (type === 'number') return Number.isInteger(value) ? 'integer' : type;
  if (type !== 'object') return type === 'undefined' ? 'nothing' : type;
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : type;
}
