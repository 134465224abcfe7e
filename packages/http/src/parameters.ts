import type { IncomingHttpHeaders } from 'node:http';
import type { JsonSchema, Operation, OperationParameter, ValidateSchema } from './operation.ts';
import { createParameterValidator } from './parameter-validator.ts';

/** The parameters of a request by their names, decoded, with the types of their schemas. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** The parameters of a request, or the sentence that says which one is missing or malformed. */
export type ParameterResult =
  | { readonly values: ParameterValues; readonly problem?: undefined }
  | { readonly values?: undefined; readonly problem: string };

/** The parts of a request that carry parameters. */
export interface ParameterSources {
  /** The path segments by the name of their parameter, still percent-encoded. */
  readonly segments: ReadonlyMap<string, string>;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
}

/**
 * Creates a function that reads and validates the parameters of an operation. It ignores what the operation does not
 * declare.
 *
 * @throws {Error} if a parameter is in a place that servers of this kit do not read, or if two have the same name
 */
export function createParameterReader(
  { operationId, parameters }: Operation,
  validate: ValidateSchema,
): (sources: ParameterSources) => ParameterResult {
  const names = parameters.map(({ name }) => name);
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate !== undefined) throw new Error(`${operationId} has two parameters with the name ${duplicate}.`);
  const readers = parameters.map((parameter) => createReader(operationId, parameter, validate));

  return (sources) => {
    // Without a prototype, so that a parameter can have any name.
    const values: Record<string, unknown> = Object.create(null);
    const query = sources.query === '' ? emptyQuery : new URLSearchParams(sources.query);
    for (const { name, read } of readers) {
      const result = read({ ...sources, parsedQuery: query });
      if (result.problem !== undefined) return { problem: `The parameter ${name} ${result.problem}.` };
      if (result.value !== undefined) values[name] = result.value;
    }
    return { values };
  };
}

const emptyQuery = new URLSearchParams();

interface ReadSources extends ParameterSources {
  readonly parsedQuery: URLSearchParams;
}

type Text = { readonly text?: string | readonly string[] | undefined; readonly problem?: string };
type Value = { readonly value?: unknown; readonly problem?: string | undefined };

function createReader(operationId: string, parameter: OperationParameter, validate: ValidateSchema) {
  const { name, required, schema } = parameter;
  const readText = createTextReader(operationId, parameter);
  const validateValue = createParameterValidator(schema, validate);
  const read = (sources: ReadSources): Value => {
    const { text, problem } = readText(sources);
    if (problem !== undefined) return { problem };
    if (text === undefined) return required ? { problem: 'is missing' } : { value: schema.default };
    const value =
      typeof text === 'string' ? toValue(text, schema) : text.map((item) => toValue(item, getItemSchema(schema)));
    return { value, problem: validateValue(value) };
  };
  return { name, read };
}

function createTextReader(
  operationId: string,
  { name, in: place, schema }: OperationParameter,
): (sources: ReadSources) => Text {
  const isArray = schema.type === 'array';
  switch (place) {
    case 'path':
      return ({ segments }) => decodeSegment(segments.get(name) ?? '');
    case 'query':
      return ({ parsedQuery }) => {
        const texts = parsedQuery.getAll(name);
        if (texts.length === 0) return {};
        if (isArray) return { text: texts };
        return texts.length === 1 ? { text: texts[0] } : { problem: 'is sent more than once' };
      };
    case 'header':
      return ({ headers }) => ({ text: headers[name.toLowerCase()] });
    default:
      throw new Error(`${operationId}: the parameter ${name} is in ${JSON.stringify(place)}, which is not supported.`);
  }
}

function decodeSegment(segment: string): Text {
  if (segment === '') return {};
  try {
    return { text: segment.includes('%') ? decodeURIComponent(segment) : segment };
  } catch {
    return { problem: 'is not percent-encoded UTF-8' };
  }
}

/** Converts a text to the type of its schema. A text that cannot be converted stays, and fails the validation. */
function toValue(text: string, { type }: JsonSchema): unknown {
  const types = [type].flat();
  if (types.includes('integer') && /^-?\d+$/.test(text)) return Number(text);
  if (types.includes('number') && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function getItemSchema({ items }: JsonSchema): JsonSchema {
  return typeof items === 'object' && items !== null ? (items as JsonSchema) : {};
}
