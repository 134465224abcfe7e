import { isObject, type Operation } from '@giftoin/openapi';
import { checkListAgainstOne } from '@giftoin/rules';
import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { type Check, type CheckContext, ExhaustedError } from '../model/check.ts';
import type { Exchange } from '../model/exchange.ts';
import { findNamingParameter } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../model/suite-violation.ts';
import { nothingListed } from './skip-reasons.ts';

/** Requests that are left for repetitions. */
const reserve = 5;
/** How often both requests are repeated before a difference counts: the progress of a user can change more than once. */
const repetitions = 2;

/** Compares each item of a list with the response of its own URL, as far as the budget allows. */
export function createListAndOneChecks(server: ServerUnderTest): Check[] {
  return server.contract.operations.flatMap((one) => {
    const list = server.contract.findList(one);
    const naming = findNamingParameter(one);
    if (!list || !naming?.returnedAs) return [];
    const { name, returnedAs } = naming;
    const candidates = [...(server.listedIds.get(name) ?? []), server.knownValues.get(name), naming.example];
    const ids = [...new Set(candidates.filter((id) => typeof id === 'string'))];
    return [
      {
        id: `${one.operationId}/list-and-one`,
        title: `${one.operationId} returns every item of ${list.operationId} with equal values`,
        requirement: '7-list-and-one',
        skip: ids.length === 0 ? nothingListed : undefined,
        run: async (context) => {
          const compared = ids.slice(0, Math.max(0, context.remainingRequests() - reserve));
          const items = await fetchItems(context, list);
          if (!items) return;
          const comparison = { server, context, one, list, name, returnedAs };
          await Promise.all(compared.map((id) => checkOne(comparison, id, items)));
          if (compared.length < ids.length) {
            throw new ExhaustedError(
              `the budget allowed to compare ${compared.length} of ${ids.length} with the list. Pass a larger one with --budget`,
            );
          }
        },
      },
    ];
  });
}

interface Comparison {
  readonly server: ServerUnderTest;
  readonly context: CheckContext;
  readonly one: Operation;
  readonly list: Operation;
  /** The path parameter that names the item. */
  readonly name: string;
  /** The property that repeats it. */
  readonly returnedAs: string;
}

type Items = readonly unknown[];

async function fetchItems(context: CheckContext, list: Operation): Promise<Items | undefined> {
  const exchange = await context.send(list);
  return exchange?.response.status === 200 && Array.isArray(exchange.response.json)
    ? exchange.response.json
    : undefined;
}

async function checkOne(comparison: Comparison, id: string, items: Items): Promise<void> {
  const { context, list } = comparison;
  let result = await compareWithItems(comparison, id, items);
  for (let repetition = 0; repetition < repetitions && result && result.violations.length > 0; repetition += 1) {
    const itemsAgain = await fetchItems(context, list);
    result = itemsAgain && (await compareWithItems(comparison, id, itemsAgain));
  }
  if (result) context.record(result.exchange, result.violations.slice(0, 1));
}

async function compareWithItems(
  { server, context, one, name, returnedAs }: Comparison,
  id: string,
  items: Items,
): Promise<{ readonly exchange: Exchange; readonly violations: SuiteViolation[] } | undefined> {
  const exchange = await context.send(one, { segments: { [name]: encodeURIComponent(id) } });
  if (!exchange) return undefined;
  const { status, json } = exchange.response;
  // The rule finds an item by the property `id`. Another document can use another property.
  const listed = items.flatMap((item) => (isObject(item) ? [{ ...item, id: item[returnedAs] }] : []));
  const alone = status === 200 ? (json as CollectionChallengeProgress) : undefined;
  const found = checkListAgainstOne(listed as unknown as CollectionChallengeProgressList, id, alone);
  const violations = found.map((violation) => {
    // The rule assumes 404 for every response other than 200.
    const message =
      violation.code === 'listed-but-not-found'
        ? `The program ${JSON.stringify(id)} is in the list, but its own URL returned ${status}. Expected 200.`
        : violation.message;
    const values = { ...violation.values, status };
    return createViolation(server, { ...violation, values, message, expected: 'the values of the list' });
  });
  return { exchange, violations };
}
