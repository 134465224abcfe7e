import { findResponse, isObject, type JsonObject, type Operation } from '@giftoin/openapi';
import { checkErrorBody, checkList, checkProgress } from '@giftoin/rules';
import type { CollectionChallengeProgress, CollectionChallengeProgressList } from '@giftoin/types';
import type { CompleteExchange } from '../../model/exchange.ts';
import { parseSchemaName } from '../../model/operations.ts';
import type { ServerUnderTest } from '../../model/server-under-test.ts';
import { createViolation, type FormatMessage, type SuiteViolation } from '../../model/suite-violation.ts';

/** A program of a response. It may not fit the schema: the rules skip what does not. */
type Program = CollectionChallengeProgress;

/** Finds violations of requirements 1 to 6. Checks a response once, for all of them. */
export function findRuleViolations(server: ServerUnderTest, { response }: CompleteExchange): readonly SuiteViolation[] {
  const { json } = response;
  // Equal responses share their value.
  const cache = toCache(server, json);
  const cached = cache?.get(json as object);
  if (cached) return cached;
  const found = Array.isArray(json)
    ? checkList(json as CollectionChallengeProgressList)
    : checkProgress(json as Program);
  const violations = found.map((violation) =>
    createViolation(server, { ...violation, expected: 'a response that meets the requirement' }),
  );
  cache?.set(json as object, violations);
  return violations;
}

type ViolationCache = WeakMap<object, readonly SuiteViolation[]>;

const caches = new WeakMap<FormatMessage, ViolationCache>();

/** The messages of a cached violation depend on the options of the run. */
function toCache({ formatMessage }: ServerUnderTest, json: unknown): ViolationCache | undefined {
  if (typeof json !== 'object' || json === null) return undefined;
  const cache = caches.get(formatMessage) ?? new WeakMap();
  caches.set(formatMessage, cache);
  return cache;
}

/** Whether an operation returns programs, by the name of its schema. */
export function returnsPrograms(operation: Operation): boolean {
  const name = parseSchemaName(findResponse(operation, 200)?.schema);
  return name === 'CollectionChallengeProgress' || name === 'CollectionChallengeProgressList';
}

/** The programs of a response: the items of the list, or the one program. */
export function listPrograms({ operation, response: { json } }: CompleteExchange): readonly Program[] {
  if (!returnsPrograms(operation)) return [];
  const items: readonly unknown[] = Array.isArray(json) ? json : [json];
  return items.filter(isObject) as readonly JsonObject[] as readonly Program[];
}

/** How far the time of an error can be from the clock of this machine if there is no Date header to compare with. */
const tenYears = 10 * 366 * 86_400_000;

export function findErrorViolations(
  server: ServerUnderTest,
  { operation, response }: CompleteExchange,
): SuiteViolation[] {
  if (!server.contract.hasErrorCodes(operation)) return [];
  const { status, json, headers } = response;
  const expected = "the server's time, the error code of the status code, and a sentence for people";
  const date = headers.date?.[0];
  const violations = checkErrorBody(status, json, date).map((violation) =>
    createViolation(server, { ...violation, expected }),
  );
  const timestamp = isObject(json) && isObject(json.status) ? Number(json.status.timestamp) : Number.NaN;
  if (date !== undefined || !(Math.abs(timestamp - Date.now()) > tenYears)) return violations;
  const farFromNow = createViolation(server, {
    requirement: 'error',
    code: 'timestamp-far-from-now',
    path: 'status.timestamp',
    values: { actual: timestamp },
    message: `status.timestamp is ${timestamp}. Expected the server's time in milliseconds.`,
    expected,
  });
  return [...violations, farFromNow];
}
