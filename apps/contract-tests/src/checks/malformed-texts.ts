import { isObject, type JsonObject, type Parameter } from '@giftoin/openapi';
import type { Contract } from '../model/contract.ts';
import { formatParameter, isWellFormed } from '../model/parameter-text.ts';

/** A malformed value of a parameter. */
export interface MalformedText {
  /** One text, or one for each time that the name is sent. */
  readonly texts: readonly string[];
  /** Completes "If NAME …". */
  readonly when: string;
}

/** More values would take too many requests, and show little more. */
const maximumValues = 6;

/** Creates malformed values of a parameter: each violates another keyword of its schema. */
export function createMalformedTexts(contract: Contract, parameter: Parameter): MalformedText[] {
  const { schema, types, isArray } = parameter;
  const itemSchema = isArray && isObject(schema.items) ? schema.items : schema;
  const item = contract.createSample(itemSchema, { hasOptional: false, seed: 1 });
  const items = createMalformedItems(itemSchema, types, item);
  const single = items.map(({ text, when }) => ({ texts: [text], when }));
  const candidates = isArray ? [...createMalformedArrays(parameter, item, items), ...single] : single;
  return candidates
    .filter(({ texts }) => texts.every((text) => isSendable(parameter, text)))
    .filter(({ texts }) => !isWellFormed(contract.validate, parameter, texts))
    .slice(0, maximumValues);
}

interface MalformedItem {
  readonly text: string;
  readonly when: string;
}

function createMalformedItems(schema: JsonObject, types: Parameter['types'], sample: unknown): MalformedItem[] {
  const isText = types.length === 0 || types.includes('string');
  const isNumeric = types.includes('number') || types.includes('integer');
  const example = String(sample ?? 'a');
  const { minLength = 0, maxLength, format } = schema;
  return [
    ...(isNumeric
      ? [
          ...createMalformedNumbers(schema),
          { text: 'abc', when: 'is not a number' },
          { text: '1.5', when: 'is not an integer' },
          { text: '1x', when: 'starts with a number' },
        ]
      : []),
    ...(types.includes('boolean') ? [{ text: 'maybe', when: 'is not true or false' }] : []),
    ...(isText
      ? [
          { text: 'no-such-value-4c8e1f5a9b', when: 'is no known value' },
          ...(Number(minLength) > 1 ? [{ text: example.slice(0, Number(minLength) - 1), when: 'is too short' }] : []),
          ...(typeof maxLength === 'number' ? [{ text: 'a'.repeat(maxLength + 1), when: 'is too long' }] : []),
          ...(typeof format === 'string' ? [{ text: 'not-of-this-format', when: `has not the format ${format}` }] : []),
          { text: '!', when: 'is an exclamation mark' },
          { text: `${example}\n`, when: 'ends with a line feed' },
          { text: `${example}!`, when: 'ends with an exclamation mark' },
          { text: 'ü', when: 'has a letter that is not ASCII' },
        ]
      : []),
  ];
}

function createMalformedNumbers({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: JsonObject) {
  const create = (limit: unknown, change: number, when: string): MalformedItem[] =>
    typeof limit === 'number' ? [{ text: String(limit + change), when }] : [];
  return [
    ...create(minimum, -1, 'is below the minimum'),
    ...create(maximum, 1, 'is above the maximum'),
    ...create(exclusiveMinimum, 0, 'is the exclusive minimum'),
    ...create(exclusiveMaximum, 0, 'is the exclusive maximum'),
    ...(typeof multipleOf === 'number' && multipleOf > 1 ? create(multipleOf, 1, 'is no multiple') : []),
  ];
}

function createMalformedArrays(
  parameter: Parameter,
  item: unknown,
  [malformed]: readonly MalformedItem[],
): MalformedText[] {
  const { minItems, maxItems, uniqueItems } = parameter.schema;
  const create = (values: readonly unknown[], when: string): MalformedText => ({
    texts: formatParameter(parameter, values),
    when,
  });
  const repeat = (count: number) => Array.from({ length: count }, () => item);
  return [
    ...(malformed ? [create([item, malformed.text], `has an item that ${malformed.when}`)] : []),
    ...(typeof maxItems === 'number' && maxItems < 1000 ? [create(repeat(maxItems + 1), 'has too many items')] : []),
    ...(typeof minItems === 'number' && minItems > 1 ? [create(repeat(minItems - 1), 'has too few items')] : []),
    ...(uniqueItems === true ? [create([item, item], 'has an item twice')] : []),
  ];
}

/** A header can contain only visible characters, and spaces between them. An empty value can count as absent. */
function isSendable({ in: place }: Parameter, text: string): boolean {
  return text !== '' && (place === 'query' || /^[\x21-\x7e]([\x20-\x7e]*[\x21-\x7e])?$/.test(text) || place === 'path');
}
