import type { Hide } from './api-key.ts';

/**
 * Parses a body: without an own `__proto__` at any depth, which whoever copies the data would take for its prototype, and
 * with the key hidden in it.
 *
 * @throws {SyntaxError} where it is not JSON
 */
export function parseJson(text: string, key: string, hide: Hide): unknown {
  // Nearly every body has nothing to take out. A backslash or a percent sign may spell either in another way.
  if (!['__proto__', '\\', '%', key].some((part) => part && text.includes(part))) return JSON.parse(text);
  return JSON.parse(text, (name, value) => {
    if (name === '__proto__' || hide(name) !== name) return undefined;
    return typeof value === 'string' ? hide(value) : value;
  });
}
