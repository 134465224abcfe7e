import { randomUUID } from 'node:crypto';
import { isSuccess, type Operation } from '@giftoin/openapi';
import { checkEqualHeaders } from '@giftoin/rules';
import { type Check, SkippedError } from '../../model/check.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation } from '../../model/suite-violation.ts';
import { createResourceProvider } from './provide-resource.ts';

/** Checks that a repeated idempotency key gets the same response again. */
export function createIdempotencyCheck(server: ServerUnderTest, operation: Operation): Check[] {
  const { operationId: id, idempotencyKeyHeader: header } = operation;
  if (header === undefined) return [];
  const provide = createResourceProvider(server, operation);
  return [
    {
      id: `${id}/idempotency`,
      title: `${id} returns the same response if ${header} is repeated`,
      requirement: 'idempotency',
      run: async (context) => {
        const segments = await provide(context);
        const request = { segments, parameters: { [header]: [randomUUID()] } };
        const first = await context.send(operation, request);
        const second = first && (await context.send(operation, request));
        if (!first || !second) return;
        if (!isSuccess(first.response)) throw new SkippedError(`the first request leads to ${first.response.status}`);
        const [difference] = checkEqualHeaders(
          { header: 'the first request', status: first.response.status, body: first.response.json },
          { header: 'the second', status: second.response.status, body: second.response.json },
        );
        if (!difference) return;
        const violation = createViolation(server, {
          ...difference,
          requirement: 'idempotency',
          code: 'idempotent-response-differs',
          expected: 'the response to the first request',
          likelyCause: `The server ignores ${header}.`,
        });
        context.record(second, [violation]);
      },
    },
  ];
}
