import type { Redact } from './redact.ts';

/**
 * Parses a response body. Removes every own `__proto__`, which would become the prototype where a program copies the
 * data, and redacts the API key.
 *
 * @throws {SyntaxError} if the text is not JSON
 */
export function parseJson(text: string, key: string, redact: Redact): unknown {
  // The fast path, for nearly every body. A backslash or a percent sign can encode either of the two.
  if (!['__proto__', '\\', '%', key].some((part) => part && text.includes(part))) return JSON.parse(text);
  return JSON.parse(text, (name, value) => {
    if (name === '__proto__' || redact(name) !== name) return undefined;
    return typeof value === 'string' ? redact(value) : value;
  });
}
