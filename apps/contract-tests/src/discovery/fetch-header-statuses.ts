import type { CheckContext } from '../model/check.ts';
import { CouldNotRunError } from '../model/contract-options.ts';
import type { CompleteExchange } from '../model/exchange.ts';
import { NoResponseError } from '../model/no-response-error.ts';
import type { ServerUnderTest } from '../model/server-under-test.ts';

/**
 * Sends the key in each header, and returns the status codes of the first operation that accepts it in any header.
 *
 * Throws CouldNotRunError if the server is not reachable, or rejects the key in every header.
 */
export async function fetchHeaderStatuses(
  server: ServerUnderTest,
  context: CheckContext,
): Promise<Map<string, number | undefined>> {
  let rejections = '';
  for (const operation of server.contract.operations) {
    const outcomes = await Promise.all(
      operation.apiKeyHeaders.map(async (header) => {
        const outcome = await catchNoResponse(context.send(operation, { keys: [[header, server.key]] }));
        return [header, outcome] as const;
      }),
    );
    const errors = outcomes.flatMap(([, outcome]) => (outcome instanceof NoResponseError ? [outcome] : []));
    // A server that is reachable but sends some incomplete responses is for the checks to report.
    const [error] =
      errors.length === outcomes.length ? errors.filter(({ code }) => code !== 'response-incomplete') : [];
    if (error) throw new CouldNotRunError(`No response from ${server.origin.origin}: ${error.message}.`);
    const statuses = outcomes.map(
      ([header, outcome]) =>
        [header, outcome instanceof NoResponseError ? undefined : outcome?.response.status] as const,
    );
    const rejected = statuses.map(([, status]) => status).filter((status) => [401, 402, 403].includes(status ?? 0));
    if (rejected.length < outcomes.length || outcomes.length === 0) return new Map(statuses);
    rejections ||= [...new Set(rejected)].join(' or ');
  }
  throw new CouldNotRunError(
    `${server.origin.origin} rejects the API key with ${rejections} in every header. Pass a key that the server knows.`,
  );
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
