import { isObject, type JsonObject, toArray, toObject } from '@giftoin/openapi';
import { code, codeValue } from './code.ts';
import { describePattern } from './describe-pattern.ts';
import { lostConditions } from './flatten-schema.ts';
import { listKnownValues } from './known-values.ts';

/** Describes what a schema requires of a value besides its type. Each item is a sentence in Markdown. */
export function describeConstraints(schema: JsonObject): string[] {
  return [
    ...describeValues(schema),
    ...describeNumber(schema),
    ...describeLength(schema),
    ...describeText(schema),
    ...describeRest(schema),
  ];
}

function* describeValues(schema: JsonObject): Generator<string> {
  const { const: value, enum: values, default: byDefault, not } = schema;
  if (value !== undefined) yield `Always ${codeValue(value)}.`;
  if (Array.isArray(values)) yield `One of ${values.map(codeValue).join(', ')}.`;
  const known = listKnownValues(schema);
  if (known.length > 0) {
    yield `Known values: ${known.map(codeValue).join(', ')}. Other values are possible: accept a value that you do not know.`;
  }
  const excluded = toObject(not).enum ?? ('const' in toObject(not) ? [toObject(not).const] : undefined);
  if (Array.isArray(excluded)) yield `Not ${excluded.map(codeValue).join(' or ')}.`;
  if (byDefault !== undefined) yield `Default: ${codeValue(byDefault)}.`;
}

function* describeNumber(schema: JsonObject): Generator<string> {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, 'x-unit': unit } = schema;
  if (typeof unit === 'string') yield `Unit: ${unit}.`;
  if (minimum !== undefined && maximum !== undefined) yield `From ${minimum} to ${maximum}.`;
  else if (minimum !== undefined) yield `${minimum} or more.`;
  else if (maximum !== undefined) yield `At most ${maximum}.`;
  if (exclusiveMinimum !== undefined) yield `Greater than ${exclusiveMinimum}.`;
  if (exclusiveMaximum !== undefined) yield `Less than ${exclusiveMaximum}.`;
  if (multipleOf !== undefined) yield `A multiple of ${multipleOf}.`;
}

function* describeLength(schema: JsonObject): Generator<string> {
  const kinds = [
    ['minLength', 'maxLength', 'character'],
    ['minItems', 'maxItems', 'item'],
    ['minProperties', 'maxProperties', 'property'],
  ] as const;
  for (const [least, most, noun] of kinds) {
    const range = describeRange(schema[least], schema[most], noun);
    if (range !== undefined) yield range;
  }
  if (schema.uniqueItems === true) yield 'No item occurs twice.';
}

function describeRange(least: unknown, most: unknown, noun: string): string | undefined {
  const count = (number: unknown) => {
    const plural = noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
    return `${number} ${number === 1 ? noun : plural}`;
  };
  if (least !== undefined && least === most) return `Exactly ${count(least)}.`;
  if (least !== undefined && most !== undefined) return `From ${least} to ${count(most)}.`;
  if (least !== undefined) return `At least ${count(least)}.`;
  return most === undefined ? undefined : `At most ${count(most)}.`;
}

function* describeText(schema: JsonObject): Generator<string> {
  const { pattern, contentMediaType, contentEncoding } = schema;
  if (typeof pattern === 'string') {
    const words = describePattern(pattern);
    if (words === undefined) yield `Matches the pattern ${code(pattern)}.`;
    else yield `${words.charAt(0).toUpperCase()}${words.slice(1)} (pattern ${code(pattern)}).`;
  }
  if (typeof contentMediaType === 'string') yield `Contains ${code(contentMediaType)}.`;
  if (typeof contentEncoding === 'string') yield `Encoded as ${contentEncoding}.`;
}

function* describeRest(schema: JsonObject): Generator<string> {
  if (schema.readOnly === true) yield 'Only in responses.';
  if (schema.writeOnly === true) yield 'Only in requests.';
  if (schema.additionalProperties === false || schema.unevaluatedProperties === false) {
    yield 'No other properties are allowed.';
  }
  const { pattern } = toObject(schema.propertyNames);
  if (typeof pattern === 'string') yield `The names match the pattern ${code(pattern)}.`;
  if (isObject(schema.contains)) yield 'At least one item matches a condition of the schema.';
  for (const [name, names] of Object.entries(toObject(schema.dependentRequired))) {
    yield `If ${code(name)} is present, so is ${toArray(names).map(codeValue).join(', ')}.`;
  }
  const others = ['if', 'dependentSchemas', 'not'].filter((keyword) => {
    return isObject(schema[keyword]) && !(keyword === 'not' && isPlainExclusion(schema.not));
  });
  others.push(...toArray(schema[lostConditions]).map(String));
  if (others.length > 0) yield `More conditions are in the document (${others.map(code).join(', ')}).`;
}

function isPlainExclusion(schema: unknown): boolean {
  return Object.keys(toObject(schema)).every((keyword) => ['enum', 'const'].includes(keyword));
}
