import type { Operation } from '@giftoin/openapi';
import { checkEqualHeaders } from '@giftoin/rules';
import { type CheckContext, SkippedError } from '../model/check.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation } from '../model/suite-violation.ts';
import type { TestRequest } from '../model/test-request.ts';

/** How often a request is repeated to find out whether its responses are equal. */
const repetitions = 4;
/** The progress of a user can change so often meanwhile. It does not go back. */
const maximumChanges = 2;

/** The operations of a server that have returned different responses to the same request. */
const unstable = new WeakMap<ServerUnderTest['listedIds'], Set<string>>();

/** Throws SkippedError if comparisons of an operation show nothing, because its responses differ anyway. */
export function skipIfUnstable({ listedIds }: ServerUnderTest, ...operations: readonly Operation[]): void {
  if (!operations.some(({ operationId }) => unstable.get(listedIds)?.has(operationId))) return;
  throw new SkippedError('the same request gets different responses, so that a comparison shows nothing');
}

/**
 * Repeats a request, and records a violation if the responses go back and forth. Returns whether they do: then a difference to
 * another request says nothing about that request.
 *
 * @param earlier the responses to the same request before, in their order
 */
export async function recordUnstable(
  server: ServerUnderTest,
  context: CheckContext,
  operation: Operation,
  request: TestRequest,
  earlier: readonly CompleteExchange[],
): Promise<boolean> {
  const exchanges = [...earlier];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const exchange = await context.send(operation, request);
    if (exchange) exchanges.push(exchange);
  }
  const changes = exchanges.slice(1).flatMap((exchange, index) => {
    const difference = findDifference(exchanges[index], exchange);
    return difference ? [{ difference, exchange }] : [];
  });
  const [change] = changes;
  if (!change || (changes.length <= maximumChanges && !goesBack(exchanges))) return false;
  const operations = unstable.get(server.listedIds) ?? new Set();
  unstable.set(server.listedIds, operations.add(operation.operationId));
  const { difference, exchange } = change;
  const violation = createViolation(server, {
    requirement: 'repeatability',
    code: 'repeat-differs',
    path: '',
    values: { changes: changes.length, requests: exchanges.length, place: difference.path },
    message:
      `The response to the same request has changed ${changes.length} times in ${exchanges.length} requests. ` +
      difference.message,
    expected: 'the same response, unless the progress of the user has changed',
    comparedWith: request,
  });
  context.record(exchange, [violation]);
  return true;
}

/** Whether a response equals one before an earlier change. */
function goesBack(exchanges: readonly CompleteExchange[]): boolean {
  const isEqual = (one: CompleteExchange | undefined, other: CompleteExchange) => !findDifference(one, other);
  return exchanges.some((exchange, index) => {
    const changed = exchanges.findIndex((other, at) => at > index && !isEqual(exchange, other));
    return changed > 0 && exchanges.slice(changed).some((other) => isEqual(exchange, other));
  });
}

function findDifference(first: CompleteExchange | undefined, second: CompleteExchange) {
  if (!first) return undefined;
  const [difference] = checkEqualHeaders(
    { header: 'the first request', status: first.response.status, body: first.response.json },
    { header: 'the next one', status: second.response.status, body: second.response.json },
  );
  return difference;
}
