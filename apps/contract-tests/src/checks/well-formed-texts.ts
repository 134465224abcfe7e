import { isObject, type JsonObject, type Parameter } from '@giftoin/openapi';
import type { Contract } from '../model/contract.ts';
import { formatParameter, isWellFormed } from '../model/parameter-text.ts';

/** A well-formed value of a parameter. */
export interface WellFormedText {
  /** One text, or one for each time that the name is sent. */
  readonly texts: readonly string[];
  /** Whether the value is made up, so that it can name something that does not exist. */
  readonly isMadeUp: boolean;
}

/** More values would take too many requests, and show little more. */
const maximumValues = 6;

/** Creates well-formed values of a parameter: those in the document, and those at the edges of its schema. */
export function createWellFormedTexts(contract: Contract, parameter: Parameter): WellFormedText[] {
  const { schema, example, types, isArray } = parameter;
  const itemSchema = isArray && isObject(schema.items) ? schema.items : schema;
  const known = listKnownValues(itemSchema);
  const isNumeric = types.includes('number') || types.includes('integer');
  // A value that is not in an open set is well-formed.
  const unknown = known.length > 0 ? ['no-such-value-4c8e1f5a9b'] : [];
  const items = [
    ...unknown,
    ...known,
    ...(isNumeric ? [itemSchema.minimum, itemSchema.maximum] : []),
    ...(types.includes('boolean') ? [true, false] : []),
  ].filter((item) => item !== undefined && item !== null);
  const documented = [
    example,
    schema.default,
    ...(isArray ? [items.slice(0, 2), ...items.map((item) => [item])] : items),
  ];
  const sample = contract.createSample(schema, { hasOptional: true, seed: 2 });
  const toText = (isMadeUp: boolean) => (value: unknown) => ({ texts: formatParameter(parameter, value), isMadeUp });
  const all = [
    ...documented.filter((value) => value !== undefined).map(toText(false)),
    ...(sample === undefined ? [] : [toText(known.length === 0 && !isNumeric)(sample)]),
  ];
  const texts = new Set<string>();
  return all
    .filter((each) => isWellFormed(contract.validate, parameter, each.texts))
    .filter((each) => {
      const id = JSON.stringify(each.texts);
      return !texts.has(id) && texts.add(id);
    })
    .slice(0, maximumValues);
}

/** The values of the enums of a schema, also if another branch of the schema allows other values. */
function listKnownValues(schema: JsonObject): unknown[] {
  const branches = ['anyOf', 'oneOf', 'allOf'].flatMap((keyword) => schema[keyword] ?? []).filter(isObject);
  const own = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : [];
  return [...own, ...branches.flatMap(listKnownValues)];
}
