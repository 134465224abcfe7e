import type { Operation, Parameter } from '@giftoin/openapi';
import { isWellFormed } from '../model/parameter-text.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';

/** The query parameter that limits the number of items in a response. */
export interface Limit {
  readonly parameter: Parameter;
  /** The smallest number that is well-formed and above 0. */
  readonly minimum: number;
  /** The largest number that is well-formed; undefined if the schema has no maximum. */
  readonly maximum: number | undefined;
  /** The number of items if the parameter is omitted; undefined if the document does not say. */
  readonly default: number | undefined;
}

/** Names of the parameter in a document without `x-pagination`. */
const usualNames: readonly string[] = ['limit', 'pageSize', 'page_size', 'perPage', 'per_page'];
const maximumTried = 1_000_000;

/** Finds the limit of an operation that returns a list; undefined if it has none. */
export function findLimit({ contract }: ServerUnderTest, operation: Operation): Limit | undefined {
  if (!contract.findItems(operation)) return undefined;
  const isLimit = (name: string) =>
    operation.pagination ? operation.pagination.limit === name : usualNames.includes(name);
  const parameter = operation.parameters.find(
    ({ name, in: place, types }) => place === 'query' && isLimit(name) && types.includes('integer'),
  );
  if (!parameter) return undefined;
  const isValid = (value: unknown) => isWellFormed(contract.validate, parameter, [String(value)]);
  const minimum = [1, 2, 3, 5, 10, 20, 25, 50, 100].find(isValid);
  if (minimum === undefined) return undefined;
  const { default: fallback } = parameter.schema;
  return {
    parameter,
    minimum,
    maximum: isValid(maximumTried) ? undefined : findMaximum(minimum, isValid),
    default: typeof fallback === 'number' ? fallback : undefined,
  };
}

function findMaximum(minimum: number, isValid: (value: number) => boolean): number {
  let [low, high] = [minimum, maximumTried];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isValid(middle)) low = middle;
    else high = middle;
  }
  return low;
}
