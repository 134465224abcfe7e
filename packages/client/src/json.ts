import type { Hide } from './api-key.ts';

/**
 * Parses a body: without an own `__proto__` at any depth, which whoever copies the data would take for its prototype, and
 * with the key hidden in its strings.
 *
 * @throws {SyntaxError} where it is not JSON
 */
export function parseJson(text: string, key: string | undefined, hide: Hide): unknown {
  // Nearly every body has nothing to take out. A backslash or a percent sign may spell either in another way.
  const plain =
    !text.includes('\\') && !text.includes('__proto__') && !(key && (text.includes('%') || text.includes(key)));
  if (plain) return JSON.parse(text);
  return JSON.parse(text, (name, value) => {
    if (name === '__proto__' || (key && hide(name) !== name)) return undefined;
    return key && typeof value === 'string' ? hide(value) : value;
  });
}
