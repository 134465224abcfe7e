import type { Operation } from '@giftoin/openapi';
import { type Answer, errorAnswer, errorNow } from './answer.ts';

/**
 * The answer to a request whose API key is missing, or not one of `keys`; undefined where the key will do.
 *
 * @param keys the keys that are known; any will do where undefined
 */
export function refusedKey(
  operation: Operation,
  headers: Readonly<Record<string, string>>,
  keys: readonly string[] | undefined,
): Answer | undefined {
  if (operation.apiKeyHeaders.length === 0) return undefined;
  const key = operation.apiKeyHeaders.map((name) => headers[name.toLowerCase()]?.trim()).find(Boolean);
  if (!key) return unauthorized(operation, 1002, 'The API key is missing.');
  if (keys && !keys.includes(key)) return unauthorized(operation, 1001, 'The API key is not known.');
  return undefined;
}

/** The document's own example of the error, so that the mock says what the document says. */
function unauthorized({ responses }: Operation, errorCode: number, otherwise: string): Answer {
  const examples = responses.find(({ status }) => status === 401)?.examples.values() ?? [];
  const example = [...examples].find((value) => errorCodeOf(value) === errorCode);
  return example ? errorNow({ status: 401, headers: {}, body: example }) : errorAnswer(401, otherwise, errorCode);
}

function errorCodeOf(body: unknown): number | undefined {
  return (body as { readonly status?: { readonly errorCode?: number } }).status?.errorCode;
}
