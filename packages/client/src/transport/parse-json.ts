import type { Redact } from '@giftoin/protocol';

/** Far above the depth of every response. Parsing deeper data takes seconds, and a program that walks it can overflow. */
const maximumDepth = 1000;

/**
 * Parses a response body. Removes every own `__proto__`, which would become the prototype where a program copies the
 * data, and redacts the API key in values.
 *
 * @param knownNames removes all other property names that contain the key. Default: keeps all names, because a key can be a
 * word that is the name of a property.
 * @throws {SyntaxError} if the text is not JSON
 * @throws {RangeError} if it is nested too deep
 */
export function parseJson(text: string, redact: Redact, knownNames?: readonly string[]): unknown {
  if (isNestedTooDeep(text)) throw new RangeError(`The response body is not JSON of at most ${maximumDepth} levels.`);
  const value: unknown = JSON.parse(text);
  // The fast path, for nearly every body. A backslash can encode any character of either.
  if (!/__proto__|\\/.test(text) && redact(text) === text) return value;
  const isKept = (name: string) =>
    name !== '__proto__' && (!knownNames || knownNames.includes(name) || redact(name) === name);
  return cleanValue(value, redact, isKept);
}

/** Changes the value in place. `JSON.parse` with a function would call it for every number, which takes ten times as long. */
function cleanValue(value: unknown, redact: Redact, isKept: (name: string) => boolean): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) value[index] = cleanValue(value[index], redact, isKept);
  } else if (typeof value === 'object' && value) {
    const members = value as Record<string, unknown>;
    for (const name of Object.keys(members)) {
      const member = members[name];
      if (!isKept(name)) delete members[name];
      else if (typeof member !== 'number') members[name] = cleanValue(member, redact, isKept);
    }
  }
  return value;
}

/** Counts brackets outside of strings, which takes a small part of the time of `JSON.parse`. */
function isNestedTooDeep(text: string): boolean {
  let depth = 0;
  // JSON of that depth has as many closing brackets.
  if (text.length <= 2 * maximumDepth) return false;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    if (character === 0x22) index = findEndOfString(text, index);
    else if (character === 0x5b || character === 0x7b) depth += 1;
    else if (character === 0x5d || character === 0x7d) depth -= 1;
    if (depth > maximumDepth) return true;
  }
  return false;
}

/** @param start the index of the opening quote */
function findEndOfString(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && text.charCodeAt(end) !== 0x22) end += text.charCodeAt(end) === 0x5c ? 2 : 1;
  return end;
}
