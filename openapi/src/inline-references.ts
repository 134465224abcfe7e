import { isObject, type JsonObject } from './document.ts';
import { DocumentError } from './document-error.ts';
import { mergeSiblings } from './merge-siblings.ts';
import { resolveReference } from './resolve-reference.ts';

/**
 * Copies a schema of a document with every reference replaced by what it refers to, so that it can be used without the
 * document.
 *
 * @throws {DocumentError} if the schema contains itself
 */
export function inlineReferences(document: JsonObject, schema: JsonObject): JsonObject {
  return inline(document, schema, []) as JsonObject;
}

function inline(document: JsonObject, value: unknown, references: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => inline(document, item, references));
  if (!isObject(value)) return value;
  if (typeof value.$ref !== 'string') {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inline(document, item, references)]));
  }
  const { $ref, ...siblings } = value;
  if (references.includes($ref)) {
    throw new DocumentError(`the schema ${$ref} contains itself. Only the schemas of bodies can.`);
  }
  const target = inline(document, resolveReference(document, { $ref }), [...references, $ref]);
  return mergeSiblings(target as JsonObject, inline(document, siblings, references) as JsonObject);
}
