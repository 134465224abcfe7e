import type { JsonSchema, ValidateSchema } from './operation.ts';
import { prepareSchema } from './prepare-schema.ts';

/** Keywords that do not restrict a value. */
const annotations = ['title', 'description', 'default', 'example', 'examples', 'deprecated'];

/**
 * Creates a function that validates the value of a parameter, and returns what is wrong with it; undefined if nothing is.
 * The message names no value that the client sent, because it could be an API key.
 *
 * Strings with a pattern are validated here: that takes a fraction of the time that a JSON Schema validator takes, and such
 * a validator need not be loaded.
 *
 * @param place the operation and the parameter, for the error
 * @throws {Error} if the schema cannot be used
 */
export function createParameterValidator(
  schema: JsonSchema,
  validate: ValidateSchema,
  place: string,
): (value: unknown) => string | undefined {
  if (needsSchemaValidator(schema)) {
    prepareSchema(validate, schema, place);
    return (value) => {
      const [violation] = validate(schema, value);
      return violation && `${violation.path} ${violation.message}`.trim();
    };
  }
  const { pattern, not } = schema as { pattern?: string; not?: { enum: readonly unknown[] } };
  const expression = pattern === undefined ? undefined : createExpression(pattern, place);
  const excluded = not?.enum ?? [];
  return (value) => {
    if (expression && !expression.test(String(value))) return `does not match ${pattern}`;
    return excluded.includes(value)
      ? `must not be ${excluded.map((item) => JSON.stringify(item)).join(' or ')}`
      : undefined;
  };
}

function createExpression(pattern: string, place: string): RegExp {
  try {
    return new RegExp(pattern, 'u');
  } catch {
    throw new Error(`${place} has the pattern ${pattern}, which is not a regular expression.`);
  }
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
