import { isObject, type JsonObject, resolveReference, type SchemaValidator, toArray } from '@giftoin/openapi';
import { createSampleNumber, createSampleString } from './sample-scalars.ts';

export interface SampleOptions {
  /** Whether objects have their optional properties. */
  readonly hasOptional: boolean;
  /** Makes strings differ from those of other samples, because some must be unique on a server. */
  readonly seed: number;
}

/** Creates small values that fit a schema. */
export type SampleValues = (schema: JsonObject, options: SampleOptions) => unknown;

/** Deeper objects have no optional properties, because a schema can contain itself. */
const maximumDepth = 4;
const combining: readonly string[] = ['allOf', 'anyOf', 'oneOf'];

/** Returns a function that creates a value that fits a schema; undefined if it finds none. */
export function createSampleValues(document: JsonObject, validate: SchemaValidator): SampleValues {
  return (schema, options) => {
    const value = create(schema, 0);
    return value !== undefined && validate(schema, value).length === 0 ? value : undefined;

    function create(unresolved: JsonObject, depth: number): unknown {
      if (depth > 2 * maximumDepth) return undefined;
      const { discriminator, ...merged } = mergeAll(document, unresolved);
      if ('const' in merged) return merged.const;
      const given = [...toArray(merged.examples), merged.example, merged.default, ...toArray(merged.enum)];
      const valid = given.find((value) => value !== undefined && validate(unresolved, value).length === 0);
      if (valid !== undefined) return valid;
      const branches = [...toArray(merged.oneOf), ...toArray(merged.anyOf)].filter(isObject);
      if (branches.length === 0) return createTyped(merged, depth);
      const base = Object.fromEntries(Object.entries(merged).filter(([keyword]) => !combining.includes(keyword)));
      return branches
        .flatMap((branch) => {
          const value = create({ allOf: [base, branch] }, depth + 1);
          return [withDiscriminator(discriminator, branch, value), value];
        })
        .find((candidate) => candidate !== undefined && validate(unresolved, candidate).length === 0);
    }

    function createTyped(schema: JsonObject, depth: number): unknown {
      const types = [schema.type].flat().filter((type) => type !== undefined);
      const type = types.find((each) => each !== 'null') ?? types[0] ?? guessType(schema);
      if (type === 'object') return createObject(schema, depth);
      if (type === 'array') return createArray(schema, depth);
      if (type === 'boolean') return true;
      if (type === 'null') return null;
      if (type === 'integer' || type === 'number') return createSampleNumber(schema, type === 'integer');
      return createSampleString(schema, options.seed);
    }

    function createObject({ properties = {}, required, ...schema }: JsonObject, depth: number): JsonObject {
      const hasOptional = options.hasOptional && depth < maximumDepth;
      const needsOptional = Number(schema.minProperties ?? 0) > toArray(required).length;
      const isWanted = (name: string, property: unknown) =>
        toArray(required).includes(name) ||
        ((hasOptional || needsOptional) && !(isObject(property) && property.readOnly === true));
      const values = Object.entries(properties as JsonObject)
        .filter(([name, property]) => isWanted(name, property) && property !== false)
        .map(([name, property]) => [name, create(isObject(property) ? property : {}, depth + 1)]);
      const additional = isObject(schema.additionalProperties) ? schema.additionalProperties : {};
      const missing = Math.max(0, Number(schema.minProperties ?? 0) - values.length);
      const others = Array.from({ length: missing }, (_, index) => [`key${index}`, create(additional, depth + 1)]);
      return Object.fromEntries([...values, ...others].filter(([, value]) => value !== undefined));
    }

    function createArray({ items, prefixItems, ...schema }: JsonObject, depth: number): unknown[] {
      const first = toArray(prefixItems).map((item) => create(isObject(item) ? item : {}, depth + 1));
      const wanted = Number(schema.minItems ?? (options.hasOptional && depth < maximumDepth ? 1 : 0));
      const item = isObject(items) ? items : {};
      const others = Array.from({ length: Math.max(0, wanted - first.length) }, () => create(item, depth + 1));
      return [...first, ...others].filter((value) => value !== undefined);
    }
  };
}

/** A schema with the keywords of its reference and of its `allOf`. */
function mergeAll(document: JsonObject, unresolved: JsonObject): JsonObject {
  const { allOf, ...schema } = { ...resolveReference(document, unresolved), ...withoutReference(unresolved) };
  let merged: JsonObject = schema;
  for (const part of toArray(allOf).filter(isObject)) {
    const branch = mergeAll(document, part);
    merged = { ...merged, ...branch, ...mergeProperties(merged, branch) };
  }
  return merged;
}

function mergeProperties(one: JsonObject, other: JsonObject): JsonObject {
  if (!one.properties && !other.properties && !one.required && !other.required) return {};
  return {
    properties: { ...(one.properties as JsonObject), ...(other.properties as JsonObject) },
    required: [...toArray(one.required), ...toArray(other.required)],
  };
}

function withoutReference({ $ref: _, ...schema }: JsonObject): JsonObject {
  return schema;
}

/** The value of a branch with the property that says which branch it is. */
function withDiscriminator(discriminator: unknown, { $ref }: JsonObject, value: unknown): unknown {
  if (!isObject(discriminator) || !isObject(value) || typeof $ref !== 'string') return value;
  const { propertyName, mapping = {} } = discriminator;
  const [mapped] = Object.entries(mapping as JsonObject).find(([, target]) => target === $ref) ?? [];
  return { ...value, [String(propertyName)]: mapped ?? $ref.split('/').at(-1) };
}

function guessType(schema: JsonObject): string | undefined {
  if (schema.properties !== undefined || schema.additionalProperties !== undefined) return 'object';
  if (schema.items !== undefined) return 'array';
  return schema.minimum === undefined && schema.maximum === undefined ? undefined : 'number';
}
