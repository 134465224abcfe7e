import type { Redact } from '@giftoin/protocol';

/**
 * Parses a response body. Removes every own `__proto__`, which would become the prototype where a program copies the
 * data, and redacts the API key.
 *
 * @throws {SyntaxError} if the text is not JSON
 */
export function parseJson(text: string, redact: Redact): unknown {
  // The fast path, for nearly every body. A backslash can encode any character of either.
  if (!/__proto__|\\/.test(text) && redact(text) === text) return JSON.parse(text);
  return JSON.parse(text, (name, value) => {
    if (name === '__proto__' || redact(name) !== name) return undefined;
    return typeof value === 'string' ? redact(value) : value;
  });
}
