import type { Operation } from '@giftoin/openapi';
import type { Check, CheckContext } from '../model/check.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import type { TestRequest } from '../model/test-request.ts';
import { type ExpectedStatus, findStatusViolations, formatExpectedStatus } from './expected-status.ts';

/** A request, and the status code that it must lead to. */
export interface Case {
  readonly operation: Operation;
  readonly request: TestRequest;
  readonly expected: ExpectedStatus;
  /** Completes "If …", for example `the key is in gft-api-key`. */
  readonly when: string;
  /** What can cause another status code. */
  readonly likelyCause?: string | readonly string[] | undefined;
}

/** Creates a check that each of its requests leads to the expected status code. */
export function createCaseCheck(server: ServerUnderTest, check: Omit<Check, 'run'>, cases: readonly Case[]): Check {
  const { requirement } = check;
  return {
    ...check,
    run: async (context) => {
      await Promise.all(
        cases.map(async ({ operation, request, expected, when, likelyCause }) => {
          const exchange = await sendUntilLimited(context, operation, request);
          if (!exchange) return;
          const situation = { requirement, when, likelyCause };
          const violations = findStatusViolations(server, exchange, expected, situation);
          const excludedCauses = requirement === 'parameters' ? [likelyCause ?? []].flat() : [];
          const isReturned = [expected.status].flat().includes(exchange.response.status);
          const expectedStatus = isReturned ? formatExpectedStatus(expected) : undefined;
          context.record(exchange, violations, { excludedCauses, expectedStatus });
        }),
      );
    },
  };
}

/** How many requests a key for 429 can have left. */
const maximumRequestsLeft = 20;

/** Sends a request once, or, if it should provoke a 429, until the key has no requests left. */
async function sendUntilLimited(
  context: CheckContext,
  operation: Operation,
  request: TestRequest,
): Promise<CompleteExchange | undefined> {
  let exchange = await context.send(operation, request);
  if (request.provokes !== 429) return exchange;
  for (let sent = 1; sent < maximumRequestsLeft && exchange?.response.status !== 429; sent += 1) {
    exchange = await context.send(operation, request);
  }
  return exchange;
}
