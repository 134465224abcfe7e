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

/** Splits a reference into this document, for example `#/paths/~1pets`, into the names it leads through. */
export function parseReference(reference: string): readonly string[] | undefined {
  if (!reference.startsWith('#/')) return undefined;
  try {
    const names = reference.slice(2).split('/').map(decodeURIComponent);
    return names.map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  } catch {
    // A percent sign that starts no percent-encoded byte.
    return undefined;
  }
}

/** Returns the value that a JSON pointer into this document points to, `undefined` if there is none. */
export function findTarget(document: JsonObject, reference: string): unknown {
  return parseReference(reference)?.reduce<unknown>(
    (value, name) =>
      (isObject(value) || Array.isArray(value)) && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined,
    document,
  );
}
