import { isObject, isSuccess, type JsonObject, type Operation } from '@giftoin/openapi';
import { checkListAgainstOne } from '@giftoin/rules';
import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import { type Check, type CheckContext, ExhaustedError } from '../model/check.ts';
import { encodeSegment } from '../model/encode-segment.ts';
import type { Exchange } from '../model/exchange.ts';
import { readPointer } from '../model/list-items.ts';
import { findNamingParameter, toPlace } from '../model/operations.ts';
import { findKnownValue, type ServerUnderTest } from '../model/server-under-test.ts';
import { createViolation, type SuiteViolation } from '../model/suite-violation.ts';
import { recordUnstable, skipIfUnstable } from './repeat-violations.ts';
import { findMissingResource } from './skip-reasons.ts';

/** Requests that are left for repetitions. */
const reserve = 5;
/** How many items of a longer list are enough for a verdict. */
const minimumSample = 20;
/** How often both requests are repeated before a difference counts: the progress of a user can change more than once. */
const repetitions = 2;

/** Compares each item of a list with the response of its own URL, as far as the budget allows. */
export function createListAndOneChecks(server: ServerUnderTest): Check[] {
  return server.contract.reads.flatMap((one) => {
    const list = server.contract.findList(one);
    const naming = findNamingParameter(one);
    if (!list || !naming?.returnedAs || !server.contract.hasSameSchema(list, one)) return [];
    const { name, returnedAs } = naming;
    const listed = server.listedIds.get(toPlace(one, name)) ?? [];
    // A resource can be on another page of the list than the first.
    const others = list.pagination ? [] : [findKnownValue(server, one, name), naming.example];
    const candidates = [...listed, ...others];
    const ids = [...new Set(candidates.flatMap((id) => (id === undefined ? [] : [String(id)])))];
    return [
      {
        id: `${one.operationId}/list-and-one`,
        title: `${one.operationId} returns every item of ${list.operationId} with equal values`,
        requirement: '7-list-and-one',
        skip: ids.length === 0 ? findMissingResource(server, one) : undefined,
        run: async (context) => {
          skipIfUnstable(server, list, one);
          const compared = sampleEvenly(ids, Math.max(0, context.remainingRequests() - reserve), server.seed);
          const items = await fetchItems(server, context, { list, returnedAs });
          if (!items) return;
          const comparison: Comparison = { server, context, one, list, name, returnedAs };
          await Promise.all(compared.map((id) => checkOne(comparison, id, items)));
          if (compared.length === ids.length) return;
          const share = `${compared.length} of ${ids.length}`;
          if (compared.length < minimumSample) {
            throw new ExhaustedError(
              `the budget allowed to compare ${share} with the list. Pass a larger one with --budget`,
            );
          }
          context.stateSample(
            `${share} items of ${list.operationId} compared with ${one.operationId}. A larger --budget compares more`,
          );
        },
      },
    ];
  });
}

/** Chooses items from the whole list at equal distances, which ones depends on the seed. */
function sampleEvenly<Item>(items: readonly Item[], count: number, seed: number): Item[] {
  if (count >= items.length) return [...items];
  const distance = items.length / count;
  const offset = (seed % 100) / 100;
  return Array.from({ length: count }, (_, index) => items[Math.floor((index + offset) * distance)] as Item);
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
  /** Whether the responses to the same request differ; undefined if that is not known. */
  isUnstable?: Promise<boolean>;
}

/** The items of a list by ID, so that a long list is read once. */
type Items = ReadonlyMap<string, JsonObject>;

async function fetchItems(
  { contract }: ServerUnderTest,
  context: CheckContext,
  { list, returnedAs }: Pick<Comparison, 'list' | 'returnedAs'>,
): Promise<Items | undefined> {
  const exchange = await context.send(list);
  if (!exchange || !isSuccess(exchange.response)) return undefined;
  const items = readPointer(exchange.response.json, contract.findItems(list)?.pointer ?? '');
  if (!Array.isArray(items)) return undefined;
  const byId = new Map<string, JsonObject>();
  for (const item of items.filter(isObject)) {
    const listed = withId(item, returnedAs);
    if (typeof listed.id === 'string' && !byId.has(listed.id)) byId.set(listed.id, listed);
  }
  return byId;
}

async function checkOne(comparison: Comparison, id: string, items: Items): Promise<void> {
  const { server, context } = comparison;
  let result = await compareWithItems(comparison, id, items);
  for (let repetition = 0; repetition < repetitions && result && result.violations.length > 0; repetition += 1) {
    const itemsAgain = await fetchItems(server, context, comparison);
    result = itemsAgain && (await compareWithItems(comparison, id, itemsAgain));
  }
  if (!result) return;
  if (result.violations.length > 0 && (await isUnstable(comparison, id))) return;
  context.record(result.exchange, result.violations.slice(0, 1));
}

/** Whether the list, or the resource, differs from itself. Finds it out once. */
async function isUnstable(comparison: Comparison, id: string): Promise<boolean> {
  const { server, context, list, one, name } = comparison;
  comparison.isUnstable ??= (async () => {
    const segments = { [name]: encodeSegment(id) };
    const isOneUnstable = await recordUnstable(server, context, one, { segments }, []);
    return (await recordUnstable(server, context, list, {}, [])) || isOneUnstable;
  })();
  return await comparison.isUnstable;
}

async function compareWithItems(
  { server, context, one, name, returnedAs }: Comparison,
  id: string,
  items: Items,
): Promise<{ readonly exchange: Exchange; readonly violations: SuiteViolation[] } | undefined> {
  const exchange = await context.send(one, { segments: { [name]: encodeSegment(id) } });
  if (!exchange) return undefined;
  const { status, json } = exchange.response;
  const item = items.get(id);
  const listed = item ? [item] : [];
  const body = isObject(json) ? withId(json, returnedAs) : json;
  const alone = isSuccess({ status }) ? (body as CollectionChallengeProgress) : undefined;
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

/** The rule finds an item by the string `id`. Another document can use another property, or a number. */
function withId(item: JsonObject, returnedAs: string): JsonObject {
  const id = item[returnedAs];
  return { ...item, id: typeof id === 'number' ? String(id) : id };
}
