import type { Hide } from './api-key.ts';

/**
 * What was thrown, as an error with its name, message, code and causes and nothing else: an error of a library may carry
 * the request, and with it the key.
 */
export function causeOf(thrown: unknown, hide: Hide, depth = 5): Error {
  const { name, message, code, cause } = (
    thrown instanceof Error ? thrown : { message: thrown }
  ) as NodeJS.ErrnoException;
  const copy = new Error(hide(String(message)), cause && depth > 0 ? { cause: causeOf(cause, hide, depth - 1) } : {});
  return Object.assign(copy, name && { name: hide(name) }, code && { code: hide(String(code)) });
}
