/**
 * The keywords of a compact schema that not every document needs. A generated file imports those that its schemas contain,
 * so that a program contains no others.
 *
 * @module
 */
import type { Keyword, SchemaViolation, ValueValidator } from './compact-schema.ts';
import { createViolation, toJsonType } from './schema-violation.ts';

/** Combines keywords to one. */
export function combineKeywords(...keywords: readonly Keyword[]): Keyword {
  return (schema, compile) => {
    const validators = keywords.flatMap((keyword) => keyword(schema, compile) ?? []);
    return validators.length === 0 ? undefined : (value) => findFirst(validators, (validate) => validate(value));
  };
}

export const enumKeyword: Keyword = ({ enum: values }) => {
  if (!values) return undefined;
  const expected = values.map((value) => JSON.stringify(value)).join(' or ');
  return (value) => {
    // A list of allowed values contains objects and arrays only rarely. They are not compared.
    if (values.includes(value) || (typeof value === 'object' && value !== null)) return undefined;
    return createViolation('enum', expected, JSON.stringify(value));
  };
};

export const anyOfKeyword: Keyword = ({ anyOf }, compile) => {
  const validators = anyOf?.map(compile);
  return (
    validators &&
    ((value) => {
      const violations: SchemaViolation[] = [];
      for (const validate of validators) {
        const violation = validate(value);
        if (!violation) return undefined;
        violations.push(violation);
      }
      // The value matches best the schema whose violation is deepest inside the value, unless there are several.
      const depths = violations.map(({ path }) => path.split(/[.[]/).length);
      const [deepest, ...others] = violations.filter((_, index) => depths[index] === Math.max(...depths));
      if (deepest?.path && others.length === 0) return deepest;
      return createViolation('anyOf', 'a value of one of several schemas', toJsonType(value));
    })
  );
};

export const allOfKeyword: Keyword = ({ allOf }, compile) => {
  const validators = allOf?.map(compile);
  return validators && ((value) => findFirst(validators, (validate) => validate(value)));
};

export const valuesKeyword: Keyword = ({ values, properties = {} }, compile) => {
  if (values === undefined) return undefined;
  const validate = compile(values);
  return (value) => {
    if (toJsonType(value) !== 'object') return undefined;
    const others = Object.entries(value as object).filter(([name]) => !Object.hasOwn(properties, name));
    return findFirst(others, ([name, member]) => validateMember(validate, member, `.${name}`));
  };
};

export const prefixItemsKeyword: Keyword = ({ prefixItems, rest }, compile) => {
  const validators = prefixItems?.map(compile);
  const validateRest = rest === undefined ? undefined : compile(rest);
  if (!validators) return undefined;
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    return findFirst([...value.entries()], ([index, item]) => {
      const validate = validators[index] ?? validateRest;
      return validate && validateMember(validate, item, `[${index}]`);
    });
  };
};

export const patternKeyword: Keyword = ({ pattern }) => {
  if (pattern === undefined) return undefined;
  const expression = new RegExp(pattern, 'u');
  return (value) =>
    typeof value === 'string' && !expression.test(value)
      ? createViolation('pattern', pattern, JSON.stringify(value), 'a string that matches ')
      : undefined;
};

export const lengthKeyword: Keyword = ({ minLength = 0, maxLength = Infinity }) => {
  if (minLength === 0 && maxLength === Infinity) return undefined;
  return (value) => {
    if (typeof value !== 'string') return undefined;
    // A character outside of the basic plane counts once.
    const length = [...value].length;
    if (length < minLength) return createViolation('minLength', minLength, length, 'a length of at least ');
    return length > maxLength ? createViolation('maxLength', maxLength, length, 'a length of at most ') : undefined;
  };
};

export const itemsKeyword: Keyword = ({ minItems = 0, maxItems = Infinity }) => {
  if (minItems === 0 && maxItems === Infinity) return undefined;
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const { length } = value;
    if (length < minItems) return createViolation('minItems', minItems, length, 'a number of items of at least ');
    return length > maxItems
      ? createViolation('maxItems', maxItems, length, 'a number of items of at most ')
      : undefined;
  };
};

function findFirst<Item>(
  items: readonly Item[],
  validate: (item: Item) => SchemaViolation | undefined,
): SchemaViolation | undefined {
  for (const item of items) {
    const violation = validate(item);
    if (violation) return violation;
  }
  return undefined;
}

function validateMember(validate: ValueValidator, value: unknown, path: string): SchemaViolation | undefined {
  const violation = validate(value);
  return violation && { ...violation, path: path + violation.path };
}
