import type { Violation } from '@giftoin/protocol';
import { type CompactSchema, type SchemaOrName, schemas } from '@giftoin/types/response-schemas';

/** What a value can violate: its type, its range, or that it has to be present. */
export type SchemaViolationCode = 'type' | 'required' | 'minimum' | 'maximum';

/** Returns the first violation in a value; undefined if it is valid. */
export type ResponseValidator = (value: unknown) => Violation<SchemaViolationCode> | undefined;

/** Creates the validator of a schema. */
export function createResponseValidator(schema: SchemaOrName): ResponseValidator {
  const validate = compile(schema);
  return (value) => {
    const violation = validate(value);
    // The path of a property starts with a dot, also at the root.
    return violation && { ...violation, path: violation.path.replace(/^\./, '') };
  };
}

const compiled: Record<string, ResponseValidator> = {};

/** Compiles a schema once, because to walk through it for every value takes several times as long. */
function compile(schema: SchemaOrName): ResponseValidator {
  if (typeof schema !== 'string') return compileSchema(schema);
  const named = schemas[schema];
  if (!named) return compileSchema({ type: schema });
  return (value) => {
    // Compiled at the first use, because a schema can contain itself.
    compiled[schema] ??= compileSchema(named);
    return compiled[schema](value);
  };
}

function compileSchema({
  type,
  minimum = -Infinity,
  maximum = Infinity,
  items,
  properties = {},
  optional,
}: CompactSchema): ResponseValidator {
  const validateItem = items === undefined ? undefined : compile(items);
  const members = Object.entries(properties).map(([name, schema]) => {
    return { name, validate: compile(schema), isOptional: optional?.includes(name) };
  });

  return (value) => {
    const actual = toJsonType(value);
    // `type` is one JSON type or several, joined by `|`. No JSON type is a part of the name of another.
    if (type !== actual && !type.includes(actual)) {
      return createViolation(value === undefined ? 'required' : 'type', type, actual);
    }
    if (typeof value === 'number') {
      if (value < minimum) return createViolation('minimum', minimum, value, 'at least ');
      return value > maximum ? createViolation('maximum', maximum, value, 'at most ') : undefined;
    }
    if (Array.isArray(value)) {
      for (let index = 0; validateItem && index < value.length; index += 1) {
        const violation = validateItem(value[index]);
        if (violation) return { ...violation, path: `[${index}]${violation.path}` };
      }
    } else if (value) {
      for (const { name, validate, isOptional } of members) {
        const member = (value as Readonly<Record<string, unknown>>)[name];
        const violation = member === undefined && isOptional ? undefined : validate(member);
        if (violation) return { ...violation, path: `.${name}${violation.path}` };
      }
    }
    return undefined;
  };
}

function createViolation(
  code: SchemaViolationCode,
  expected: string | number,
  actual: string | number,
  relation = '',
): Violation<SchemaViolationCode> {
  const message = `expected ${relation}${expected}, got ${actual}`;
  return { code, path: '', values: { expected, actual }, message };
}

/** The JSON type of a value, with `integer` as a type of its own, and `nothing` for a property that is missing. */
function toJsonType(value: unknown): string {
  const type = typeof value;
  if (type === 'number') return Number.isInteger(value) ? 'integer' : type;
  if (type !== 'object') return type === 'undefined' ? 'nothing' : type;
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : type;
}
