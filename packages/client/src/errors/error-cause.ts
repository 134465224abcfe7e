import type { Redact } from '@giftoin/protocol';
import { cleanText } from './clean-text.ts';

/** What libraries throw. The test environment of Jest has an `Error` of its own, so `instanceof` would not recognise it. */
interface ThrownError extends NodeJS.ErrnoException {
  readonly errors?: readonly unknown[];
}

/**
 * Converts anything that was thrown to an error with only its name, message, code and causes. The error of a library can
 * contain the request, and with it the API key.
 *
 * @param depth how many nested causes are kept
 */
export function toErrorCause(thrown: unknown, redact: Redact, depth = 5): NodeJS.ErrnoException {
  const isError = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
  const { name, message, code, cause, errors } = (isError ? thrown : { message: thrown }) as ThrownError;
  // Node.js throws an AggregateError if it has tried several addresses.
  const inner = cause ?? errors?.[0];
  const clean = (value: unknown) => cleanText(redact(String(value)));
  const options = inner && depth > 0 ? { cause: toErrorCause(inner, redact, depth - 1) } : {};
  const copy = new Error(clean(message), options);
  return Object.assign(copy, name && { name: clean(name) }, code && { code: clean(code) });
}
