import { isObject, type JsonObject } from '@giftoin/openapi';

/**
 * Creates the source of a regular expression from the schema of a parameter. It does not match the values that the schema
 * excludes with `not: { enum: […] }`. A schema without a pattern accepts every value that is not empty.
 */
export function createParameterPattern({ pattern, not }: JsonObject): string {
  const source = typeof pattern === 'string' ? pattern : '^.+$';
  const excluded = isObject(not) && Array.isArray(not.enum) ? not.enum.map(String) : [];
  if (excluded.length === 0) return source;
  const literals = excluded.map((value) => value.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const start = `^(?!(?:${literals.join('|')})$)`;
  // Other patterns can match in the middle of the value.
  return /^\^[^|]*$/.test(source) ? `${start}${source.slice(1)}` : `${start}[\\s\\S]*?(?:${source})`;
}
