import { isObject, type JsonObject, toArray, toObject } from './document.ts';
import type { Pagination, Parameter, Response } from './model.ts';
import type { PlaceReader } from './place-reader.ts';
import { isSuccess } from './read-responses.ts';

/** Reads `x-pagination`. Refuses what the parameters and the response of the operation do not have. */
export function readPagination(
  reader: PlaceReader,
  value: unknown,
  parameters: readonly Parameter[],
  responses: readonly Response[],
): Pagination | undefined {
  if (value === undefined) return undefined;
  const place = reader.at('x-pagination');
  const { kind, parameter, next, items, limit, ...others } = toObject(value);
  const known = kind === 'cursor' || kind === 'offset';
  if (!known) place.refuse('`kind` must be cursor or offset.');
  const unknown = [...Object.keys(others), ...(kind === 'offset' && next !== undefined ? ['next'] : [])];
  if (unknown.length > 0) place.refuse(`\`${unknown[0]}\` is not supported. Remove it.`);
  checkParameter(place, 'parameter', parameter, parameters);
  if (limit !== undefined) checkParameter(place, 'limit', limit, parameters);
  const schema = responses.find(isSuccess)?.schema ?? {};
  const list = readPointer(place, 'items', items, schema);
  if (list && !hasType(list, 'array')) place.refuse(`\`items\` (${items}) must lead to an array.`);
  const cursor = kind === 'cursor' ? readPointer(place, 'next', next, schema) : undefined;
  if (cursor && !hasType(cursor, 'string') && !hasType(cursor, 'integer')) {
    place.refuse(`\`next\` (${next}) must lead to a string or an integer.`);
  }
  const common = {
    parameter: String(parameter),
    items: String(items),
    limit: limit === undefined ? limit : String(limit),
  };
  return kind === 'offset' ? { kind, ...common } : { kind: 'cursor', ...common, next: String(next) };
}

function checkParameter(reader: PlaceReader, name: string, value: unknown, parameters: readonly Parameter[]): void {
  const found = parameters.find((parameter) => parameter.name === value);
  if (found?.in === 'query' && !found.isArray) return;
  reader.refuse(`\`${name}\` must be the name of a query parameter of the operation, got ${JSON.stringify(value)}.`);
}

/** Returns the schema of the value that a JSON pointer leads to in a response. */
function readPointer(reader: PlaceReader, name: string, pointer: unknown, root: JsonObject): JsonObject | undefined {
  if (typeof pointer !== 'string' || !/^(\/|$)/.test(pointer)) {
    reader.refuse(`\`${name}\` must be a JSON pointer into the response body, for example /items.`);
    return undefined;
  }
  let schema: JsonObject | undefined = reader.resolve(root);
  for (const part of pointer.split('/').slice(1)) {
    const property: unknown = schema && findProperty(reader, schema, part.replaceAll('~1', '/').replaceAll('~0', '~'));
    schema = isObject(property) ? reader.resolve(property) : undefined;
  }
  if (!schema) reader.refuse(`\`${name}\`: the schema of the response has no ${pointer}.`);
  return schema;
}

function findProperty(reader: PlaceReader, schema: JsonObject, name: string): unknown {
  const property = toObject(schema.properties)[name];
  if (property !== undefined) return property;
  for (const branch of listBranches(schema)) {
    const found = findProperty(reader, reader.resolve(branch), name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function hasType(schema: JsonObject, type: string): boolean {
  if (schema.type !== undefined) return [schema.type].flat().includes(type);
  const branches = listBranches(schema);
  // A reference is resolved by the reader only at the place itself. A schema without a type accepts any.
  return branches.length === 0 || branches.some((branch) => '$ref' in branch || hasType(branch, type));
}

function listBranches(schema: JsonObject): JsonObject[] {
  return ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => toArray(schema[keyword])).filter(isObject);
}
