import type { Operation } from '@giftoin/openapi';
import { describeConnectionError } from '../diagnosis/describe-connection-error.ts';
import { describeResponse } from '../diagnosis/describe-response.ts';
import { isFromApi } from '../diagnosis/is-from-api.ts';
import type { CheckContext } from '../model/check.ts';
import { CouldNotRunError } from '../model/contract-options.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import { NoResponseError } from '../model/no-response-error.ts';
import { listPathParameters } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { formatServerUrl } from '../model/server-url.ts';
import { fetchOtherSpellings } from './fetch-other-spellings.ts';
import type { HeaderStatuses } from './header-statuses.ts';

type Outcome = CompleteExchange | NoResponseError | undefined;

/**
 * Sends the key in each header, and returns the status codes of the first operation that accepts it in any header.
 *
 * Throws CouldNotRunError if the server is not reachable, is not the API, or rejects the key in every header.
 */
export async function fetchHeaderStatuses(server: ServerUnderTest, context: CheckContext): Promise<HeaderStatuses> {
  let rejections = '';
  let foreign: { readonly result: HeaderStatuses; readonly outcomes: readonly Outcome[] } | undefined;
  const operations = sortByLikelihood(server.contract.reads);
  for (const operation of operations) {
    const sent = createRequests(server, operation).map(async ([header, request]) => {
      return [header, await catchNoResponse(context.send(operation, request))] as const;
    });
    const entries = await Promise.all(sent);
    const outcomes = entries.map(([, outcome]) => outcome);
    const result = { operation, statuses: new Map(entries.map(([header, outcome]) => [header, readStatus(outcome)])) };
    const rejected = listRejections(result);
    if (!outcomes.some((outcome) => isFromServer(server, outcome))) {
      foreign ??= { result, outcomes };
      if (outcomes.every(isUnreachable)) break;
    } else if (rejected.length < outcomes.length || operation.apiKeyHeaders.length === 0) return result;
    else rejections ||= [...new Set(rejected)].join(' or ');
  }
  if (rejections === '' && foreign) {
    await throwIfForeign(server, context, foreign.result.operation, foreign.outcomes);
    // Only successes are foreign: a violation, for example a redirect.
    const rejected = listRejections(foreign.result);
    if (rejected.length < foreign.outcomes.length) return foreign.result;
    rejections = [...new Set(rejected)].join(' or ');
  }
  const [usual] = operations;
  const spelled = usual && (await fetchOtherSpellings(server, context, usual));
  if (spelled) return spelled;
  throw new CouldNotRunError(
    `${formatServerUrl(server.address)} rejects the API key with ${rejections} in every header. Pass a key that the server knows.`,
  );
}

/** Throws CouldNotRunError unless a request without a key, which the API rejects before anything else, gets a response of it. */
async function throwIfForeign(
  server: ServerUnderTest,
  context: CheckContext,
  operation: Operation,
  outcomes: readonly Outcome[],
): Promise<void> {
  if (!outcomes.every(isUnreachable)) {
    const withoutKey = await catchNoResponse(context.send(operation, { keys: [] }));
    if (isFromServer(server, withoutKey)) return;
  }
  const exchange = outcomes.find((outcome) => outcome !== undefined && !(outcome instanceof NoResponseError));
  if (exchange) throw new CouldNotRunError(describeResponse(server, exchange as CompleteExchange));
  const error = outcomes.find((outcome) => outcome instanceof NoResponseError);
  if (error) throw new CouldNotRunError(await describeConnectionError(server.address, error));
}

function isFromServer(server: ServerUnderTest, outcome: Outcome): boolean {
  return outcome !== undefined && !(outcome instanceof NoResponseError) && isFromApi(server, outcome);
}

/** Whether there was no connection, or no response in time. Another request would not have one either. */
function isUnreachable(outcome: Outcome): boolean {
  return outcome instanceof NoResponseError && outcome.code !== 'response-incomplete';
}

function readStatus(outcome: Outcome): number | undefined {
  return outcome instanceof NoResponseError ? undefined : outcome?.response.status;
}

function listRejections({ statuses }: HeaderStatuses): number[] {
  return [...statuses.values()].filter((status = 0) => [401, 402, 403].includes(status)) as number[];
}

/** The operations that require a key come first, and those with fewer path parameters, whose values can be unknown. */
function sortByLikelihood(operations: readonly Operation[]): Operation[] {
  const rank = (operation: Operation) =>
    (operation.apiKeyHeaders.length > 0 ? 0 : 100) + listPathParameters(operation).length;
  return [...operations].sort((one, other) => rank(one) - rank(other));
}

/** One request for each header, or a single one if the operation requires no key. */
function createRequests({ key }: ServerUnderTest, { apiKeyHeaders }: Operation) {
  if (apiKeyHeaders.length === 0) return [['', {}] as const];
  return apiKeyHeaders.map((header) => [header, { keys: [[header, key] as const] }] as const);
}

async function catchNoResponse(exchange: Promise<CompleteExchange | undefined>): Promise<Outcome> {
  try {
    return await exchange;
  } catch (error) {
    if (error instanceof NoResponseError) return error;
    throw error;
  }
}
