import { isObject, type Operation } from '@giftoin/openapi';
import type { Contract } from './contract.ts';
import { encodeSegment } from './encode-segment.ts';
import type { CompleteExchange } from './exchange.ts';
import { listPathParameters } from './operations.ts';

/** Finds the operations on the resources that a POST creates: their path is its path and one parameter. */
export function findItemOperations({ operations }: Contract, creator: Operation): Operation[] {
  return operations.filter(({ path }) => findCreatorPath(path) === creator.path);
}

/** Finds the operation that creates the resources that the last path parameter of an operation names. */
export function findCreator({ writes }: Contract, { path }: Operation): Operation | undefined {
  const item = path.slice(0, path.lastIndexOf('}') + 1);
  const parent = findCreatorPath(item);
  return writes.find(({ method, path: creator }) => method === 'post' && creator === parent);
}

/** The path without its last segment, if that has a parameter, for example `{boardId}` or `{boardId}.json`. */
function findCreatorPath(path: string): string | undefined {
  return /^(.*)\/\{[^{}/]+\}[^{}/]*$/.exec(path)?.[1];
}

/**
 * The percent-encoded path parameters of an operation on a resource that a request has created. The response repeats the ID
 * in a property, or in the Location header. Returns undefined if it does not.
 */
export function findCreatedSegments(
  contract: Contract,
  exchange: CompleteExchange,
  item: Operation,
): Readonly<Record<string, string>> | undefined {
  const id = findCreatedId(contract, exchange, item);
  const parameter = listPathParameters(item).at(-1);
  if (id === undefined || !parameter) return undefined;
  return { ...readSegments(exchange), [parameter.name]: encodeSegment(id) };
}

/** Reads the path parameters of a request, percent-encoded. */
export function readSegments({ operation, target }: CompleteExchange): Record<string, string> {
  const sent = target.replace(/\?.*$/s, '').split('/');
  const parts = operation.path.split('/').map((part, index) => [/^\{([^{}]+)\}$/.exec(part)?.[1], sent[index] ?? '']);
  return Object.fromEntries(parts.filter(([name]) => name !== undefined));
}

function findCreatedId(
  contract: Contract,
  { operation, response }: CompleteExchange,
  item: Operation,
): string | undefined {
  const parameters = findItemOperations(contract, operation).flatMap((item) => listPathParameters(item).slice(-1));
  const names = [
    ...parameters.flatMap(({ returnedAs }) => returnedAs ?? []),
    ...parameters.map(({ name }) => name),
    'id',
  ];
  const { json, headers } = response;
  const values = names.map((name) => (isObject(json) ? json[name] : undefined));
  const found = values.find((value) => typeof value === 'string' || typeof value === 'number');
  if (found !== undefined) return String(found);
  const segment = /([^/?#]+)(?:[?#].*)?$/s.exec(headers.location?.[0] ?? '')?.[1] ?? '';
  const suffix = /\}([^{}/]*)/.exec(item.path.slice(operation.path.length))?.[1] ?? '';
  return segment.endsWith(suffix) && segment !== suffix
    ? decodeSegment(segment.slice(0, segment.length - suffix.length))
    : undefined;
}

/** Percent-decodes a segment of a path; undefined if that is not possible. */
export function decodeSegment(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
