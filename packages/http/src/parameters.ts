import type { JsonSchema, Operation, OperationParameter, ValidateSchema } from './operation.ts';
import { createTextReader, type ParameterSources, parseQuery, type Query } from './parameter-text.ts';
import { createParameterValidator } from './parameter-validator.ts';

/** The parameters of a request by their names, decoded, with the types of their schemas. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** The parameters of a request, or the sentence that says which one is missing or malformed. */
export type ParameterResult =
  | { readonly values: ParameterValues; readonly problem?: undefined }
  | { readonly values?: undefined; readonly problem: string };

/**
 * Creates a function that reads and validates the parameters of an operation. It ignores what the operation does not
 * declare.
 *
 * @throws {Error} if a parameter is in a place that servers of this kit do not read, if its schema cannot be used, or if
 *   two have the same name
 */
export function createParameterReader(
  { operationId, parameters }: Pick<Operation, 'operationId' | 'parameters'>,
  validate: ValidateSchema,
): (sources: ParameterSources) => ParameterResult {
  const names = parameters.map(({ name, in: place }) => (place === 'header' ? name.toLowerCase() : name));
  const duplicate = names.find((name, index) => names.indexOf(name) !== index);
  if (duplicate !== undefined) throw new Error(`${operationId} has two parameters with the name ${duplicate}.`);
  const readers = parameters.map((parameter) => createReader(operationId, parameter, validate));
  const readsQuery = parameters.some(({ in: place }) => place === 'query');

  return (sources) => {
    // Without a prototype, so that a parameter can have any name.
    const values: Record<string, unknown> = Object.create(null);
    const query = readsQuery && sources.query !== '' ? parseQuery(sources.query) : emptyQuery;
    for (const { name, read } of readers) {
      const result = read(sources, query);
      if (result.problem !== undefined) return { problem: `The parameter ${name} ${result.problem}.` };
      if (result.value !== undefined) values[name] = result.value;
    }
    return { values };
  };
}

const emptyQuery: Query = new Map();

type Value = { readonly value?: unknown; readonly problem?: string | undefined };

function createReader(operationId: string, parameter: OperationParameter, validate: ValidateSchema) {
  const { name, in: place, required, schema } = parameter;
  const { isArray = [schema.type].flat().includes('array') } = parameter;
  const { types = listTypes(isArray ? getItemSchema(schema) : schema) } = parameter;
  const readText = createTextReader(parameter, isArray);
  if (!readText) {
    throw new Error(`${operationId}: the parameter ${name} is in ${JSON.stringify(place)}, which is not supported.`);
  }
  const validateValue = createParameterValidator(schema, validate, `${operationId}: the parameter ${name}`);
  const read = (sources: ParameterSources, query: Query): Value => {
    const { text, problem } = readText(sources, query);
    if (problem !== undefined) return { problem };
    if (text === undefined) return required ? { problem: 'is missing' } : { value: schema.default };
    const value = typeof text === 'string' ? toValue(text, types) : text.map((item) => toValue(item, types));
    const violation = validateValue(value);
    // A text that looks like a number can be a valid string.
    const isValidText = violation !== undefined && isMixed(types) && validateValue(text) === undefined;
    return isValidText ? { value: text } : { value, problem: violation };
  };
  return { name, read };
}

/** Converts a text to its type. A text that cannot be converted stays, and fails the validation. */
function toValue(text: string, types: readonly string[]): unknown {
  if (types.includes('integer') && /^-?\d+$/.test(text)) return Number(text);
  if (types.includes('number') && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (types.includes('boolean') && (text === 'true' || text === 'false')) return text === 'true';
  return text;
}

function isMixed(types: readonly string[]): boolean {
  return types.length > 1 && types.includes('string');
}

function listTypes({ type }: JsonSchema): string[] {
  return [type].flat().filter((name) => typeof name === 'string');
}

function getItemSchema({ items }: JsonSchema): JsonSchema {
  return typeof items === 'object' && items !== null ? (items as JsonSchema) : {};
}
