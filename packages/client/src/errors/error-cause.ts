import type { Redact } from '@giftoin/protocol';

/**
 * Converts anything that was thrown to an error with only its name, message, code and causes. The error of a library can
 * contain the request, and with it the API key.
 *
 * @param depth how many nested causes are kept
 */
export function toErrorCause(thrown: unknown, redact: Redact, depth = 5): Error {
  const { name, message, code, cause } = (
    thrown instanceof Error ? thrown : { message: thrown }
  ) as NodeJS.ErrnoException;
  const options = cause && depth > 0 ? { cause: toErrorCause(cause, redact, depth - 1) } : {};
  const copy = new Error(redact(String(message)), options);
  return Object.assign(copy, name && { name: redact(name) }, code && { code: redact(String(code)) });
}
