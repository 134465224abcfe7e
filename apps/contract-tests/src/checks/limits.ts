import type { Operation } from '@giftoin/openapi';
import { type Check, SkippedError } from '../model/check.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation } from '../model/suite-violation.ts';
import { fetchPage } from './fetch-page.ts';
import { findLimit, type Limit } from './find-limit.ts';
import { findMissingResource, noPages } from './skip-reasons.ts';

/** Checks that a list has no more items than its limit allows. */
export function createLimitChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation) => {
    const limit = findLimit(server, operation);
    return limit ? [createLimitCheck(server, operation, limit)] : [];
  });
}

function createLimitCheck(server: ServerUnderTest, operation: Operation, limit: Limit): Check {
  const { operationId: id } = operation;
  const { name } = limit.parameter;
  return {
    id: `${id}/limit`,
    title: `${id} returns no more items than ${name} allows`,
    requirement: 'pagination',
    skip: server.isMock ? noPages : findMissingResource(server, operation),
    run: async (context) => {
      const { minimum, maximum } = limit;
      const requests = [
        { size: minimum, allowed: minimum, when: `${name} is ${minimum}` },
        { size: undefined, allowed: limit.default ?? maximum, when: `there is no ${name}` },
        ...(maximum === undefined || maximum === minimum
          ? []
          : [{ size: maximum, allowed: maximum, when: `${name} is ${maximum}` }]),
      ];
      let most = 0;
      for (const { size, allowed = Number.POSITIVE_INFINITY, when } of requests) {
        const page = await fetchPage(server, context, operation, { limit, size, cursor: undefined });
        if (!page) return;
        const actual = page.items.length;
        most = Math.max(most, actual);
        if (actual <= allowed) continue;
        const violation = createViolation(server, {
          requirement: 'pagination',
          code: 'limit-exceeded',
          path: '',
          values: { actual, allowed },
          message: `If ${when}, the list has ${actual} items. Expected at most ${allowed}.`,
          expected: `at most ${allowed} items`,
          likelyCause: size === undefined ? undefined : `The server ignores ${name}.`,
        });
        context.record(page.exchange, [violation]);
      }
      if (most <= minimum) throw new SkippedError(`the list has no more than ${most} items, so that no limit shows`);
    },
  };
}
