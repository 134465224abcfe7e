import type { JsonSchema, ValidateSchema } from './operation.ts';

/** Keywords that do not restrict a value. */
const annotations = ['title', 'description', 'default', 'example', 'examples', 'deprecated'];

/**
 * Creates a function that validates the value of a parameter, and returns what is wrong with it; undefined if nothing is.
 * The message names no value that the client sent, because it could be an API key.
 *
 * Strings with a pattern are validated here: that takes a fraction of the time that a JSON Schema validator takes, and such
 * a validator need not be loaded.
 */
export function createParameterValidator(
  schema: JsonSchema,
  validate: ValidateSchema,
): (value: unknown) => string | undefined {
  if (needsSchemaValidator(schema)) {
    return (value) => {
      const [violation] = validate(schema, value);
      return violation && `${violation.path} ${violation.message}`.trim();
    };
  }
  const { pattern, not } = schema as { pattern?: string; not?: { enum: readonly unknown[] } };
  const expression = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  const excluded = not?.enum ?? [];
  return (value) => {
    if (expression && !expression.test(String(value))) return `does not match ${pattern}`;
    return excluded.includes(value)
      ? `must not be ${excluded.map((item) => JSON.stringify(item)).join(' or ')}`
      : undefined;
  };
}

/** Whether a schema has more than a string with a pattern and excluded values. */
export function needsSchemaValidator(schema: JsonSchema): boolean {
  return Object.entries(schema).some(([keyword, value]) => {
    if (keyword.startsWith('x-') || annotations.includes(keyword)) return false;
    if (keyword === 'type') return value !== 'string';
    if (keyword === 'pattern') return typeof value !== 'string';
    if (keyword === 'not') return !isEnum(value);
    return true;
  });
}

function isEnum(value: unknown): boolean {
  const keywords = Object.entries(value ?? {});
  return keywords.length === 1 && keywords[0]?.[0] === 'enum' && Array.isArray(keywords[0][1]);
}
