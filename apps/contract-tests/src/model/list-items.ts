import { findResponse, isObject, type JsonObject, type Operation, resolveReference } from '@giftoin/openapi';
import { listSuccesses } from './operations.ts';

/** The place of the items in a success of a list. */
export interface ListItems {
  /** A JSON pointer. Empty for the whole body. */
  readonly pointer: string;
  /** The schema of an item. */
  readonly schema: JsonObject;
}

/**
 * Finds the items of a list: where `x-pagination` says, or in the whole body if it is an array, or in its only property that
 * is an array. Returns undefined if the operation returns no list.
 */
export function findListItems(document: JsonObject, operation: Operation): ListItems | undefined {
  const [status = 0] = listSuccesses(operation);
  const root = findResponse(operation, status)?.schema;
  if (!root) return undefined;
  const resolve = (schema: unknown): JsonObject => (isObject(schema) ? resolveReference(document, schema) : {});
  const toItems = (pointer: string, schema: JsonObject): ListItems => ({
    pointer,
    schema: isObject(schema.items) ? schema.items : {},
  });
  const listProperties = (schema: JsonObject): [string, unknown][] => [
    ...Object.entries(resolve(schema.properties)),
    ...(Array.isArray(schema.allOf) ? schema.allOf : []).flatMap((branch) => listProperties(resolve(branch))),
  ];
  const body = resolve(root);
  if (operation.pagination) {
    const { items } = operation.pagination;
    const schema = parsePointer(items).reduce(
      (parent, name) => resolve(listProperties(parent).find(([property]) => property === name)?.[1]),
      body,
    );
    return toItems(items, schema);
  }
  if (body.type === 'array') return toItems('', body);
  const arrays = listProperties(body).filter(([, property]) => resolve(property).type === 'array');
  const [[name, property] = []] = arrays;
  return arrays.length === 1 && name !== undefined ? toItems(`/${name}`, resolve(property)) : undefined;
}

/** Reads the value that a JSON pointer leads to; undefined if there is none. */
export function readPointer(json: unknown, pointer: string): unknown {
  return parsePointer(pointer).reduce<unknown>(
    (value, name) => (isObject(value) || Array.isArray(value) ? Reflect.get(value, name) : undefined),
    json,
  );
}

function parsePointer(pointer: string): string[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}
