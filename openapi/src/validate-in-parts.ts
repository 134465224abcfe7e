import { isObject, type JsonObject } from './document.ts';
import { findTarget } from './resolve-reference.ts';
import { formatProperty, maxViolations, type SchemaValidator, type SchemaViolation } from './schemas.ts';

/** Validates a value in steps that each take a short time. Returns the same as a `SchemaValidator`. */
export type PartsValidator = (schema: JsonObject, value: unknown) => Generator<undefined, SchemaViolation[]>;

/** A schema, split at its arrays and objects. */
interface Plan {
  /** The schema without the parts below. */
  readonly schema: JsonObject;
  readonly items?: Plan | undefined;
  readonly properties?: ReadonlyMap<string, Plan>;
  readonly additional?: Plan | undefined;
}

/** Creates a validator for values that are so large that validating them at once would hold the event loop. */
export function createPartsValidator(document: JsonObject, validate: SchemaValidator): PartsValidator {
  const plans = new WeakMap<JsonObject, Plan>();

  function createPlan(schema: JsonObject): Plan {
    const known = plans.get(schema);
    if (known) return known;
    const target = resolve(schema);
    if (!target || Object.keys(target).some((keyword) => unsplittable.includes(keyword))) {
      const whole = { schema };
      plans.set(schema, whole);
      return whole;
    }
    const { items, properties, additionalProperties } = target;
    const rest: JsonObject = {
      ...target,
      ...(isObject(items) && { items: true }),
      ...(isObject(properties) && {
        properties: Object.fromEntries(Object.keys(properties).map((name) => [name, true])),
      }),
      ...(isObject(additionalProperties) && { additionalProperties: true }),
    };
    const plan = { schema: rest, properties: new Map<string, Plan>() } as {
      -readonly [Name in keyof Plan]: Plan[Name];
    };
    // A schema can contain itself.
    plans.set(schema, plan);
    if (isObject(items)) plan.items = createPlan(items);
    if (isObject(additionalProperties)) plan.additional = createPlan(additionalProperties);
    const named = isObject(properties) ? Object.entries(properties) : [];
    plan.properties = new Map(named.flatMap(([name, item]) => (isObject(item) ? [[name, createPlan(item)]] : [])));
    return plan;
  }

  /** The schema that a reference leads to. Undefined if the reference restricts the value further. */
  function resolve(schema: JsonObject): JsonObject | undefined {
    if (typeof schema.$ref !== 'string') return schema;
    if (!Object.keys(schema).every((keyword) => keyword === '$ref' || annotations.includes(keyword))) return undefined;
    const target = findTarget(document, schema.$ref);
    return isObject(target) ? resolve(target) : undefined;
  }

  function* walk(plan: Plan, value: unknown, path: string, found: SchemaViolation[]): Generator<undefined, void> {
    for (const violation of validate(plan.schema, value))
      found.push({ ...violation, path: join(path, violation.path) });
    yield;
    if (Array.isArray(value)) {
      if (!plan.items) return;
      for (const [index, item] of value.entries()) {
        yield* walk(plan.items, item, `${path}[${index}]`, found);
        if (found.length >= maxViolations) return;
      }
    } else if (isObject(value) && plan.properties) {
      for (const name of Object.keys(value)) {
        const child = plan.properties.get(name) ?? plan.additional;
        if (child) yield* walk(child, value[name], join(path, formatProperty(name)), found);
        if (found.length >= maxViolations) return;
      }
    }
  }

  return function* (schema, value) {
    const found: SchemaViolation[] = [];
    yield* walk(createPlan(schema), value, '', found);
    return found.slice(0, maxViolations);
  };
}

/** Keywords whose schemas apply to the same value, or depend on others: what has one of them is validated at once. */
const unsplittable = [
  'allOf',
  'anyOf',
  'oneOf',
  'not',
  'if',
  'contains',
  'prefixItems',
  'patternProperties',
  'unevaluatedItems',
  'unevaluatedProperties',
  'dependentSchemas',
  '$dynamicRef',
  '$id',
];
const annotations = ['title', 'description', 'default', 'example', 'examples', 'deprecated'];

function join(path: string, rest: string): string {
  return path === '' || rest === '' || rest.startsWith('[') ? path + rest : `${path}.${rest}`;
}
