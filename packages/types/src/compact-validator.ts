import type { CompactSchema, SchemaOrName, SchemaSet, SchemaViolation, ValueValidator } from './compact-schema.ts';
import { createViolation, toJsonType } from './schema-violation.ts';

export type { CompactSchema, SchemaOrName, SchemaSet, SchemaViolation, ValueValidator };

/** Creates the validators of the schemas of a set. */
export function createCompactValidators({ schemas, keywords }: SchemaSet): (schema: SchemaOrName) => ValueValidator {
  const compiled: Record<string, ValueValidator> = {};

  /** Compiles a schema once, because to walk through it for every value takes several times as long. */
  function compile(schema: SchemaOrName): ValueValidator {
    if (typeof schema !== 'string') return compileSchema(schema);
    const named = schemas[schema];
    if (!named) return compileSchema({ type: schema });
    return (value) => {
      // Compiled at the first use, because a schema can contain itself.
      compiled[schema] ??= compileSchema(named);
      return compiled[schema](value);
    };
  }

  function compileSchema(schema: CompactSchema): ValueValidator {
    const { type, items, properties = {}, optional } = schema;
    // `JSON.parse` rounds larger integers. A type that includes `number` accepts them.
    const limit = type.includes('integer') && !type.includes('number') ? Number.MAX_SAFE_INTEGER : Infinity;
    const { minimum = -limit, maximum = limit } = schema;
    const validateItem = items === undefined ? undefined : compile(items);
    const members = Object.entries(properties).map(([name, member]) => {
      return { name, validate: compile(member), isOptional: optional?.includes(name) };
    });
    const validateKeywords = keywords?.(schema, compile);

    return (value) => {
      const actual = toJsonType(value);
      // `type` is one JSON type or several, joined by `|`. No JSON type is a part of the name of another.
      if (type !== actual && !type.includes(actual)) {
        return createViolation(value === undefined ? 'required' : 'type', type, actual);
      }
      if (typeof value === 'number') {
        if (value < minimum) return createViolation('minimum', minimum, value, 'at least ');
        if (value > maximum) return createViolation('maximum', maximum, value, 'at most ');
      } else if (Array.isArray(value)) {
        for (let index = 0; validateItem && index < value.length; index += 1) {
          const violation = validateItem(value[index]);
          if (violation) return { ...violation, path: `[${index}]${violation.path}` };
        }
      } else if (actual === 'object') {
        for (const { name, validate, isOptional } of members) {
          const member = (value as Readonly<Record<string, unknown>>)[name];
          const violation = member === undefined && isOptional ? undefined : validate(member);
          if (violation) return { ...violation, path: `.${name}${violation.path}` };
        }
      }
      return validateKeywords?.(value);
    };
  }

  return (schema) => {
    const validate = compile(schema);
    return (value) => {
      const violation = validate(value);
      // The path of a property starts with a dot, also at the root.
      return violation && { ...violation, path: violation.path.replace(/^\./, '') };
    };
  };
}
