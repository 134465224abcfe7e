import type { Hide } from './api-key.ts';

/**
 * What was thrown, as an error that holds its name, message, code, stack and causes and nothing else: an error of a
 * library may carry the request, and with it the key.
 */
export function causeOf(thrown: unknown, hide: Hide, depth = 0): Error {
  const { name, message, code, stack, cause } = (thrown instanceof Error ? thrown : {}) as NodeJS.ErrnoException;
  const copy = new Error(hide(message ?? String(thrown)));
  const fields = { name: hide(name ?? 'Error'), stack: hide(stack ?? ''), ...(code && { code: hide(String(code)) }) };
  // Hidden from listings, as in any error; the code shows, as in those of Node.
  for (const [field, value] of Object.entries(fields)) {
    Object.defineProperty(copy, field, { value, enumerable: field === 'code', configurable: true, writable: true });
  }
  if (cause !== undefined && depth < 5) copy.cause = causeOf(cause, hide, depth + 1);
  return copy;
}
