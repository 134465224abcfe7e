import type { CollectionChallengeProgress, ErrorBody } from '@giftoin/types';
import { type CompactSchema, responseSchemas, type SchemaOrName, schemas } from '@giftoin/types/response-schemas';
import { isObject, type JsonObject } from '../json.ts';

/** The named properties of an object, or of every object of an array: true to compare a property, false to ignore it. */
export interface ComparedProperties {
  readonly [name: string]: ComparedProperties | boolean;
}

/** Requires every property of a type, so that the compiler reports a property that is new in the document. */
type EveryProperty<Type> = Type extends object
  ? { readonly [Name in keyof Type]-?: EveryProperty<NonNullable<Type[Name]>> }
  : boolean;

/** A program is compared by every property that the document names, except for the time, which passes. */
const passing = { timeLeft: false } as const satisfies Partial<Record<keyof CollectionChallengeProgress, false>>;

/** The properties by which an object is recognized as a program. */
const programMarks = ['cards', 'progressInPercentage'] as const satisfies (keyof CollectionChallengeProgress)[];

const progressProperties = { ...listProperties(responseSchemas.getCollectionChallengeProgress), ...passing };

const errorProperties = {
  status: { timestamp: false, errorCode: true, errorMessage: true },
} as const satisfies EveryProperty<ErrorBody>;

/** The properties by which an object is compared; undefined unless it is a program or an error. */
export function findComparedProperties(value: JsonObject): ComparedProperties | undefined {
  if (programMarks.every((name) => name in value)) return progressProperties;
  const { status } = value;
  // A property can be missing, which is a violation of the schema.
  if (isObject(status) && Object.keys(errorProperties.status).some((name) => name in status)) return errorProperties;
  return undefined;
}

/**
 * Lists the properties of a schema, and those of the objects in them.
 *
 * @param parents the names of the schemas that contain this one; a schema that contains itself is compared as a whole
 */
function listProperties(schema: SchemaOrName | undefined, parents: readonly string[] = []): ComparedProperties {
  const name = typeof schema === 'string' ? schema : '';
  const { properties = {} } = findObjectSchema(schema) ?? {};
  return Object.fromEntries(
    Object.entries(properties).map(([property, item]) => {
      const isRecursive = typeof item === 'string' && [...parents, name].includes(item);
      const isNested = !isRecursive && findObjectSchema(item) !== undefined;
      return [property, isNested ? listProperties(item, [...parents, name]) : true];
    }),
  );
}

/** The schema of an object, or of the items of an array. Undefined if the document names no properties of it. */
function findObjectSchema(
  schema: SchemaOrName | undefined,
  arrays: readonly CompactSchema[] = [],
): CompactSchema | undefined {
  const resolved = typeof schema === 'string' ? schemas[schema] : schema;
  if (resolved === undefined || arrays.includes(resolved)) return undefined;
  if (resolved.items !== undefined) return findObjectSchema(resolved.items, [...arrays, resolved]);
  return resolved.properties ? resolved : undefined;
}
