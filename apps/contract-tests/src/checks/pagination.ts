import type { Check } from '../model/check.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../model/suite-violation.ts';
import { findMissingResource, noPages } from './skip-reasons.ts';
import { type Walk, walkPages } from './walk-pages.ts';

/** How often a walk is repeated before a violation counts: the list can change during a walk. */
const repetitions = 2;

/** Checks that the pages of a list end, and have every item once. */
export function createPaginationChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((operation): Check[] => {
    if (!operation.pagination) return [];
    const { operationId: id } = operation;
    return [
      {
        id: `${id}/pagination`,
        title: `${id} returns every item once in its pages, and a last page`,
        requirement: 'pagination',
        skip: server.isMock ? noPages : findMissingResource(server, operation),
        run: async (context) => {
          for (let repetition = 0; ; repetition += 1) {
            const walk = await walkPages(server, context, operation);
            const violation = walk && findPageViolation(server, walk);
            if (!walk || !violation) return;
            if (repetition === repetitions) return context.record(walk.exchange, [violation]);
          }
        },
      },
    ];
  });
}

function findPageViolation(
  server: ServerUnderTest,
  { expected, received, isEnded, isEndless }: Walk,
): SuiteViolation | undefined {
  const create = (code: string, message: string, values: Readonly<Record<string, unknown>> = {}) =>
    createViolation(server, {
      requirement: 'pagination',
      code,
      path: '',
      values,
      message,
      expected: 'pages that have every item once, and end',
    });
  // A list that has an item twice is not in pages for that reason.
  const repeated = received.find((item, index) => received.indexOf(item) !== index && count(expected, item) < 2);
  if (repeated !== undefined) {
    return create('page-item-repeated', `The item ${repeated} is in two pages. Expected it once.`, { item: repeated });
  }
  if (isEndless) {
    return create(
      'pages-endless',
      'A page has the cursor of an earlier page, or no page has items. Expected a last page.',
    );
  }
  const compared = isEnded ? expected : expected.slice(0, received.length);
  const missing = compared.find((item) => !received.includes(item));
  if (missing === undefined) return undefined;
  return create(
    'page-item-missing',
    `The item ${missing} is in a large page, but in no small one. Expected it in both.`,
    {
      item: missing,
    },
  );
}

function count(items: readonly string[], item: string): number {
  return items.filter((each) => each === item).length;
}
