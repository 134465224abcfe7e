import type { Operation } from '@giftoin/openapi';
import { unknownKey } from '../model/api-key.ts';
import type { CheckContext } from '../model/check.ts';

/** Detects a mock: only a mock returns the status code in `Prefer`. */
export async function detectMock(operation: Operation, { send }: CheckContext) {
  const preferred = await send(operation, { headers: { prefer: 'code=402' }, provokes: 402 });
  const isMock = preferred?.response.status === 402;
  const keys = operation.apiKeyHeaders.slice(0, 1).map((header) => [header, unknownKey] as const);
  const acceptsAnyKey = isMock && (await send(operation, { keys }))?.response.status === 200;
  return { isMock, acceptsAnyKey };
}
