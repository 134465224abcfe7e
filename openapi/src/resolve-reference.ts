import { isObject, type JsonObject } from './document.ts';
import { DocumentError } from './document-error.ts';

/**
 * Returns the object that a reference points to, for example `{ $ref: '#/components/schemas/Card' }`. Returns an object
 * without a `$ref` unchanged.
 *
 * @throws {DocumentError} if the target does not exist or is not an object, or if the reference is circular
 */
export function resolveReference(document: JsonObject, value: unknown): JsonObject {
  let target = value;
  for (let hops = 0; isObject(target) && typeof target.$ref === 'string'; hops += 1) {
    if (hops > 100) throw new DocumentError(`the reference ${target.$ref} is circular.`);
    const reference: string = target.$ref;
    target = findTarget(document, reference);
    if (target === undefined) throw new DocumentError(`the reference ${reference} cannot be resolved.`);
  }
  if (!isObject(target)) throw new DocumentError(`expected an object, got ${JSON.stringify(target)}.`);
  return target;
}

/** Returns the first reference in `value` that has no target. */
export function findUnresolvedReference(document: JsonObject, value: unknown): string | undefined {
  if (!isObject(value) && !Array.isArray(value)) return undefined;
  if (isObject(value) && typeof value.$ref === 'string' && findTarget(document, value.$ref) === undefined) {
    return value.$ref;
  }
  for (const [name, item] of Object.entries(value)) {
    // The value of an example is data, so a `$ref` in it is not a reference.
    const reference = name === 'value' ? undefined : findUnresolvedReference(document, item);
    if (reference !== undefined) return reference;
  }
  return undefined;
}

/** Returns the value that a JSON pointer into this document points to, `undefined` if there is none. */
function findTarget(document: JsonObject, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  const names = reference.slice(2).split('/');
  return names.reduce<unknown>((value, name) => {
    const key = decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~');
    return isObject(value) || Array.isArray(value) ? Reflect.get(value, key) : undefined;
  }, document);
}
