import type { Operation } from '@giftoin/openapi';
import { toPathPattern } from '@giftoin/protocol';

/** Creates a function that finds the operation of a request: the one with the fewest parameters in its path, if several match. */
export function createOperationFinder(
  operations: readonly Operation[],
): (method: string, path: string) => Operation | undefined {
  const candidates = operations
    .map((operation) => ({ operation, pattern: toPathPattern(operation.path) }))
    .sort((one, other) => countParameters(one.operation) - countParameters(other.operation));
  return (method, path) => {
    const name = method.toLowerCase();
    return candidates.find(({ operation, pattern }) => operation.method === name && pattern.test(path))?.operation;
  };
}

function countParameters({ path }: Operation): number {
  return path.split('{').length;
}
