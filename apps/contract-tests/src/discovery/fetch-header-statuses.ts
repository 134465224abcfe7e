import type { Operation } from '@giftoin/openapi';
import type { CheckContext } from '../model/check.ts';
import { CouldNotRunError } from '../model/contract-options.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import { NoResponseError } from '../model/no-response-error.ts';
import { listPathParameters } from '../model/operations.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';
import { formatServerUrl } from '../model/server-url.ts';

/** The status codes of an operation, by the header that carried the key. */
export interface HeaderStatuses {
  readonly operation: Operation;
  readonly statuses: ReadonlyMap<string, number | undefined>;
}

/**
 * Sends the key in each header, and returns the status codes of the first operation that accepts it in any header.
 *
 * Throws CouldNotRunError if the server is not reachable, or rejects the key in every header.
 */
export async function fetchHeaderStatuses(server: ServerUnderTest, context: CheckContext): Promise<HeaderStatuses> {
  let rejections = '';
  const operations = sortByLikelihood(server.contract.reads);
  for (const operation of operations) {
    const outcomes = await Promise.all(
      createRequests(server, operation).map(async ([header, request]) => {
        const outcome = await catchNoResponse(context.send(operation, request));
        return [header, outcome] as const;
      }),
    );
    const errors = outcomes.flatMap(([, outcome]) => (outcome instanceof NoResponseError ? [outcome] : []));
    // A server that is reachable but sends some incomplete responses is for the checks to report.
    const [error] =
      errors.length === outcomes.length ? errors.filter(({ code }) => code !== 'response-incomplete') : [];
    if (error) throw new CouldNotRunError(`No response from ${formatServerUrl(server.address)}: ${error.message}.`);
    const statuses = outcomes.map(
      ([header, outcome]) =>
        [header, outcome instanceof NoResponseError ? undefined : outcome?.response.status] as const,
    );
    const rejected = statuses.map(([, status]) => status).filter((status) => [401, 402, 403].includes(status ?? 0));
    const needsKey = operation.apiKeyHeaders.length > 0;
    if (rejected.length < outcomes.length || !needsKey) return { operation, statuses: new Map(statuses) };
    rejections ||= [...new Set(rejected)].join(' or ');
  }
  throw new CouldNotRunError(
    `${formatServerUrl(server.address)} rejects the API key with ${rejections} in every header. Pass a key that the server knows.`,
  );
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

async function catchNoResponse(
  exchange: Promise<CompleteExchange | undefined>,
): Promise<CompleteExchange | NoResponseError | undefined> {
  try {
    return await exchange;
  } catch (error) {
    if (error instanceof NoResponseError) return error;
    throw error;
  }
}
