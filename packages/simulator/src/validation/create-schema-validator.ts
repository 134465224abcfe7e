import type { JsonSchema, ValidateSchema } from '@giftoin/http/portable';
import type { Violation } from '@giftoin/protocol';
import { checkContainer, checkScalar, hasType } from './keywords.ts';
import { isObject, type Place, toChild } from './place.ts';
import { requireKnown } from './require-known.ts';

type Validate = (schema: unknown, place: Place) => Violation[];

/**
 * Creates a validator for the schemas of generated operations. It returns the violations that the validator of the sandbox
 * returns, in a small part of the code: it knows only the keywords that the documents use.
 */
export function createSchemaValidator(): ValidateSchema {
  const checked = new WeakSet<JsonSchema>();
  return (root, value) => {
    if (!checked.has(root)) requireKnown(root);
    checked.add(root);
    const validate: Validate = (schema, place) => validatePlace(root, schema, place, validate);
    return validate(root, { value, path: '' });
  };
}

function validatePlace(root: JsonSchema, schema: unknown, place: Place, validate: Validate): Violation[] {
  if (schema === false) return [createViolation(place, 'false schema', 'boolean schema is false')];
  if (!isObject(schema)) return [];
  const { value } = place;
  const { $ref } = schema;
  return [
    ...(hasType(value, schema) ? [] : [createViolation(place, 'type', `must be ${[schema.type].flat().join()}`)]),
    ...checkScalar(schema, value).map(([code, message]) => createViolation(place, code, message)),
    ...(typeof $ref === 'string' ? validate(resolve(root, $ref), place) : []),
    ...validateCombinations(schema, place, validate),
    ...checkContainer(schema, value).map(([code, message]) => createViolation(place, code, message)),
    ...(Array.isArray(value)
      ? value.flatMap((item, index) => validate(schema.items, toChild(place, index, item)))
      : []),
    ...(isObject(value) ? validateProperties(schema, value, place, validate) : []),
  ];
}

function validateCombinations({ not, anyOf, oneOf, allOf }: JsonSchema, place: Place, validate: Validate): Violation[] {
  const violations: Violation[] = [];
  if (not !== undefined && validate(not, place).length === 0) {
    violations.push(createViolation(place, 'not', 'must NOT be valid'));
  }
  if (Array.isArray(anyOf)) {
    const results = anyOf.map((schema) => validate(schema, place));
    if (results.every(({ length }) => length > 0)) {
      violations.push(...results.flat(), createViolation(place, 'anyOf', 'must match a schema in anyOf'));
    }
  }
  if (Array.isArray(oneOf)) {
    const results = oneOf.map((schema) => validate(schema, place));
    if (results.filter(({ length }) => length === 0).length !== 1) {
      violations.push(...results.flat(), createViolation(place, 'oneOf', 'must match exactly one schema in oneOf'));
    }
  }
  if (Array.isArray(allOf)) violations.push(...allOf.flatMap((schema) => validate(schema, place)));
  return violations;
}

function validateProperties(
  { required = [], additionalProperties = true, properties = {} }: JsonSchema,
  value: Readonly<Record<string, unknown>>,
  place: Place,
  validate: Validate,
): Violation[] {
  const known = properties as Readonly<Record<string, unknown>>;
  const missing = (required as readonly string[]).filter((name) => value[name] === undefined);
  const additional = Object.keys(value).filter((name) => !Object.hasOwn(known, name));
  const present = Object.keys(known).filter((name) => value[name] !== undefined);
  return [
    ...missing.map((name) => createViolation(place, 'required', `must have required property '${name}'`)),
    ...additional.flatMap((name) =>
      additionalProperties === false
        ? [createViolation(place, 'additionalProperties', `must not have the property ${JSON.stringify(name)}`)]
        : validate(additionalProperties, toChild(place, name, value[name])),
    ),
    ...present.flatMap((name) => validate(known[name], toChild(place, name, value[name]))),
  ];
}

function createViolation({ path }: Place, code: string, message: string): Violation {
  // The path of a property starts with a dot, also at the root.
  return { code, path: path.replace(/^\./, ''), message };
}

/** Resolves a reference of a generated schema, which leads to its own `$defs`. */
function resolve(root: JsonSchema, reference: string): unknown {
  const name = reference.replace(/^.*#\/\$defs\//, '');
  const { $defs } = root;
  if (isObject($defs) && Object.hasOwn($defs, name)) return $defs[name];
  throw new Error(`The reference ${reference} cannot be resolved.`);
}
