import { isObject, type JsonObject, toArray, toText } from './document.ts';
import type { Parameter } from './model.ts';
import { readParameterType } from './parameter-type.ts';
import type { PlaceReader } from './place-reader.ts';
import { readExamples } from './read-content.ts';

/** By the OpenAPI specification, these are not parameters. HTTP clients and the security schemes set them. */
const controlledHeaders = ['accept', 'content-type', 'authorization'];
/** HTTP clients set these and do not let a caller change them. */
const forbiddenHeaders = ['connection', 'content-length', 'cookie', 'host', 'keep-alive', 'te', 'transfer-encoding'];

/** Reads the parameters of an operation. A parameter of the operation replaces the same parameter of the path item. */
export function readParameters(reader: PlaceReader, item: JsonObject, operation: JsonObject): Parameter[] {
  const read = new Map<string, Parameter>();
  for (const holder of [item, operation]) {
    const seen = new Set<string>();
    for (const value of toArray(holder.parameters)) {
      const parameter = reader.resolve(value);
      const key = `${parameter.in} ${toKey(parameter)}`;
      const place = reader.at(`parameter ${parameter.name}`);
      if (seen.has(key)) place.refuse(`Two parameters in ${parameter.in} have this name. Remove one.`);
      seen.add(key);
      if (isControlledHeader(place, parameter)) continue;
      read.set(key, readParameter(place, parameter));
    }
  }
  const parameters = [...read.values()];
  checkNames(reader, parameters, operation.requestBody !== undefined);
  return parameters;
}

function toKey({ name, in: location }: JsonObject): string {
  return location === 'header' ? String(name).toLowerCase() : String(name);
}

function isControlledHeader(reader: PlaceReader, { name, in: location }: JsonObject): boolean {
  const header = String(name).toLowerCase();
  if (location !== 'header') return false;
  if (controlledHeaders.includes(header)) {
    reader.note('This header is not a parameter: the OpenAPI specification reserves it.');
    return true;
  }
  if (forbiddenHeaders.includes(header)) {
    reader.note('This header is not a parameter: the HTTP client sets it.');
    return true;
  }
  return false;
}

function readParameter(reader: PlaceReader, parameter: JsonObject): Parameter {
  const location = String(parameter.in);
  if (parameter.content !== undefined) {
    reader.refuse('A parameter with `content` is not supported. Describe its value with `schema`.');
  }
  if (!['path', 'query', 'header'].includes(location)) {
    reader.refuse(`A parameter in ${JSON.stringify(location)} is not supported. Use path, query or header.`);
  }
  if (location === 'path' && parameter.required !== true) {
    reader.refuse('A path parameter is always required. Add `required: true`.');
  }
  for (const keyword of ['allowReserved', 'allowEmptyValue']) {
    if (parameter[keyword] === true) reader.refuse(`\`${keyword}\` is not supported. Remove it.`);
  }
  const schema = isObject(parameter.schema) ? reader.inline(parameter.schema) : {};
  return {
    name: String(parameter.name),
    in: location,
    required: parameter.required === true,
    schema,
    ...readParameterType(reader, parameter, schema),
    example: readExamples(reader, parameter)[0]?.value,
    returnedAs: typeof parameter['x-returned-as'] === 'string' ? parameter['x-returned-as'] : undefined,
    isIdempotencyKey: isIdempotencyKey(reader, parameter),
    deprecated: parameter.deprecated === true,
    description: toText(parameter.description),
    source: toText(parameter['x-source'] ?? schema['x-source']),
  };
}

/** The header `Idempotency-Key` is an idempotency key. `x-idempotency-key` marks another header, or says that it is none. */
function isIdempotencyKey(reader: PlaceReader, parameter: JsonObject): boolean {
  const { name, in: location, 'x-idempotency-key': marked } = parameter;
  if (marked !== undefined && typeof marked !== 'boolean') {
    reader.refuse('`x-idempotency-key` must be true or false.');
  }
  if (marked === true && location !== 'header') {
    reader.refuse('An idempotency key is sent in a header. Use `in: header`, or remove `x-idempotency-key`.');
  }
  if (location !== 'header') return false;
  return marked === true || (marked === undefined && String(name).toLowerCase() === 'idempotency-key');
}

function checkNames(reader: PlaceReader, parameters: readonly Parameter[], hasBody: boolean): void {
  for (const [index, { name, in: location }] of parameters.entries()) {
    const place = reader.at(`parameter ${name}`);
    const other = parameters.slice(0, index).find((earlier) => earlier.name === name);
    if (other) {
      place.refuse(
        `This operation has the parameter in ${other.in} and in ${location}. Callers give parameters by name, so names must differ.`,
      );
    }
    if (name === 'body' && hasBody) {
      place.refuse('Callers give the request body by the name `body`. Rename the parameter.');
    }
    if (name === '__proto__') place.refuse('This name is not supported. Rename the parameter.');
  }
  const keys = parameters.filter(({ isIdempotencyKey }) => isIdempotencyKey);
  if (keys.length > 1) {
    reader.refuse(`The parameters ${keys.map(({ name }) => name).join(' and ')} are both idempotency keys. Keep one.`);
  }
}
