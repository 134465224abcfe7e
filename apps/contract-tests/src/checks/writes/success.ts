import { isSuccess, type Operation } from '@giftoin/openapi';
import { type Check, type CheckContext, SkippedError } from '../../model/check.ts';
import { listDocumented, listSuccesses } from '../../model/operations.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import type { RequestBody } from '../../model/test-request.ts';
import { findStatusViolations } from '../expected-status.ts';
import { createResourceProvider } from './provide-resource.ts';
import { createWellFormedBodies, toRequestBody } from './well-formed-bodies.ts';

interface Attempt {
  readonly body: RequestBody | undefined;
  readonly when: string;
  /** The errors that can come from the state of the server, which no document says. */
  readonly tolerated: readonly number[];
}

/** Checks that well-formed requests lead to a success of the document. */
export function createSuccessCheck(server: ServerUnderTest, operation: Operation): Check {
  const { operationId: id } = operation;
  const success = listSuccesses(operation);
  const attempts = createAttempts(server, operation);
  const provide = createResourceProvider(server, operation);
  return {
    id: `${id}/success`,
    title: `${id} returns ${success.join(' or ')} for a well-formed request`,
    requirement: operation.requestBody ? 'request-body' : 'success',
    skip:
      attempts.length === 0
        ? 'no body that fits the schema could be created. Add an example to the document'
        : undefined,
    run: async (context) => {
      const results = [];
      for (const attempt of attempts) results.push(await run(context, attempt));
      const rejected = results.find((status) => status !== undefined && !isSuccess({ status }));
      if (results.every((status) => status !== undefined && !isSuccess({ status }))) {
        throw new SkippedError(
          `every body leads to ${rejected}. Add an example that the server accepts to the document`,
        );
      }
    },
  };

  /** Returns the status code. */
  async function run(context: CheckContext, { body, when, tolerated }: Attempt): Promise<number | undefined> {
    const segments = await provide(context);
    const exchange = await context.send(operation, { segments, ...(body && { body }) });
    if (!exchange) return undefined;
    const { status } = exchange.response;
    if (tolerated.includes(status)) return status;
    const situation = { requirement: 'request-body' as const, when };
    context.record(exchange, findStatusViolations(server, exchange, { status: success }, situation));
    return undefined;
  }
}

function createAttempts(server: ServerUnderTest, operation: Operation): Attempt[] {
  if (!operation.requestBody) return [{ body: undefined, when: 'the request is well-formed', tolerated: [] }];
  return createWellFormedBodies(server.contract, operation, server.seed).map(({ value, when, isMadeUp }) => ({
    body: toRequestBody(operation, value),
    when,
    tolerated: listDocumented(operation, isMadeUp ? [404, 409, 422] : [404, 409]).filter((status) =>
      operation.responses.some((response) => response.status === status),
    ),
  }));
}
