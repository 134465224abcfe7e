import { isSuccess, type Operation } from '@giftoin/openapi';
import { unknownKey } from '../model/api-key.ts';
import type { CheckContext } from '../model/check.ts';

/** Status codes that a server does not return by chance, the least likely one first. */
const unlikelyStatuses = [402, 429, 403, 503, 500, 409, 410, 404, 422, 400, 401];

/**
 * Detects a mock: only a mock returns the status code in `Prefer`.
 *
 * @param usualStatuses the status codes that the operation returns without `Prefer`
 */
export async function detectMock(
  operation: Operation,
  usualStatuses: readonly (number | undefined)[],
  { send }: CheckContext,
): Promise<{ readonly isMock: boolean; readonly acceptsAnyKey: boolean }> {
  const documented = operation.responses.map(({ status }) => status);
  const status = unlikelyStatuses.find((each) => documented.includes(each) && !usualStatuses.includes(each));
  if (status === undefined) return { isMock: false, acceptsAnyKey: false };
  const preferred = await send(operation, { headers: { prefer: `code=${status}` }, provokes: status });
  const isMock = preferred?.response.status === status;
  const keys = operation.apiKeyHeaders.slice(0, 1).map((header) => [header, unknownKey] as const);
  const unknown = isMock && keys.length > 0 ? await send(operation, { keys }) : undefined;
  return { isMock, acceptsAnyKey: unknown !== undefined && isSuccess(unknown.response) };
}
