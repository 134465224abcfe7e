import { isObject, type JsonObject, toArray } from './document.ts';
import type { Parameter, ParameterType } from './model.ts';
import type { PlaceReader } from './place-reader.ts';

const parameterTypes: readonly string[] = ['string', 'number', 'integer', 'boolean'] satisfies ParameterType[];
const defaultStyles: Readonly<Record<string, string>> = { path: 'simple', query: 'form', header: 'simple' };
const separators: Readonly<Record<string, Parameter['separator']>> = {
  form: ',',
  simple: ',',
  spaceDelimited: ' ',
  pipeDelimited: '|',
};
const styles: Readonly<Record<string, readonly string[]>> = {
  path: ['simple'],
  query: ['form', 'spaceDelimited', 'pipeDelimited'],
  header: ['simple'],
};

type Types = Pick<Parameter, 'types' | 'isArray' | 'separator'>;

/** Reads how the value of a parameter is written into a URL or a header. Refuses objects and other styles. */
export function readParameterType(reader: PlaceReader, parameter: JsonObject, schema: JsonObject): Types {
  const location = String(parameter.in);
  const { style = defaultStyles[location], explode = style === 'form' } = parameter;
  const supported = styles[location] ?? [];
  if (supported.length > 0 && !supported.includes(String(style))) {
    const names = supported.join(', ');
    reader.refuse(`The style ${style} is not supported. A parameter in ${location} can have the style ${names}.`);
  }
  const types = [...collectTypes(schema)];
  if (types.includes('object')) {
    reader.refuse('A parameter cannot be an object. Use one parameter for each property, or a request body.');
  }
  const isArray = types.includes('array');
  const primitives = types.filter((type) => parameterTypes.includes(type));
  if (!isArray) return { types: primitives as ParameterType[], isArray, separator: undefined };
  if (primitives.length > 0) {
    reader.refuse('A parameter that can be an array or a single value is not supported. Use an array.');
  }
  const itemTypes = [...collectItemTypes(schema)];
  if (itemTypes.includes('object') || itemTypes.includes('array')) {
    reader.refuse('The items of an array in a parameter must be strings, numbers or booleans.');
  }
  if (style !== 'form' && explode === true && location === 'query') {
    reader.refuse(`The style ${style} with \`explode: true\` is not supported. Use \`explode: false\`.`);
  }
  return {
    types: itemTypes.filter((type) => parameterTypes.includes(type)) as ParameterType[],
    isArray,
    separator: style === 'form' && explode === true ? undefined : separators[String(style)],
  };
}

/** Collects the JSON types that a schema without references accepts. */
function collectTypes(schema: JsonObject): Set<string> {
  if (schema.type !== undefined) return new Set([schema.type].flat().map(String));
  const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => toArray(schema[keyword]));
  const values = Array.isArray(schema.enum) ? schema.enum : 'const' in schema ? [schema.const] : [];
  const types = [
    ...values.map(toJsonType),
    ...branches.filter(isObject).flatMap((branch) => [...collectTypes(branch)]),
  ];
  if (types.length > 0) return new Set(types);
  if (schema.properties !== undefined) return new Set(['object']);
  return new Set(schema.items === undefined ? [] : ['array']);
}

function collectItemTypes(schema: JsonObject): Set<string> {
  const branches = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => toArray(schema[keyword])).filter(isObject);
  const types = branches.flatMap((branch) => [...collectItemTypes(branch)]);
  return new Set([...(isObject(schema.items) ? collectTypes(schema.items) : []), ...types]);
}

function toJsonType(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}
