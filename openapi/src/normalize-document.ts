import { isObject, type JsonObject, type OpenApiDocument, toObject } from './document.ts';
import { DocumentError } from './document-error.ts';
import { mergeSiblings, splitSiblings } from './merge-siblings.ts';
import { replaceNullable } from './replace-nullable.ts';
import { findTarget, parseReference } from './resolve-reference.ts';
import { type Kind, mapChildren, type Replace } from './visit-document.ts';

/**
 * Returns a document that means the same and is easier to read:
 *
 * - A reference leads to `components`. Any other one, for example into `paths`, is replaced by a copy of its target, and so
 *   is the reference of a path item. The copy of a schema that contains itself becomes a component.
 * - Beside the `$ref` of a schema are only annotations. Other keywords move into an `allOf`.
 * - The mapping of a discriminator contains references, not names.
 * - `nullable: true`, a keyword of OpenAPI 3.0 that many documents still contain, is the type null.
 *
 * @throws {DocumentError} if a reference is circular, cannot be resolved or leads to another file
 */
export function normalizeDocument(document: OpenApiDocument): OpenApiDocument {
  const references: string[] = [];
  /** The components that are added, by the reference that they replace. */
  const added = new Map<string, { readonly name: string; schema: unknown }>();

  const replace: Replace = (value, kind, pointer) => {
    if (!isObject(value)) return value;
    if (typeof value.$ref === 'string') return replaceReference({ ...value, $ref: value.$ref }, kind, pointer);
    const copy = mapChildren(value, kind, pointer, replace);
    return kind === 'schema' ? replaceNullable(normalizeMapping(document, copy)) : copy;
  };

  function replaceReference(value: { $ref: string }, kind: Kind, pointer: string): unknown {
    const { nullable, ...reference }: { $ref: string; nullable?: unknown } = value;
    const replaced = replaceTarget(reference, kind, pointer);
    return kind === 'schema' && isObject(replaced) ? replaceNullable({ ...replaced, nullable }) : replaced;
  }

  function replaceTarget({ $ref, ...siblings }: { $ref: string }, kind: Kind, pointer: string): unknown {
    const target = findReferenced(document, $ref);
    const others = mapChildren(siblings, kind, pointer, replace);
    const names = parseReference($ref) ?? [];
    // Only a schema can be a name for another component. Other components are copied.
    const isAlias = kind !== 'schema' && pointer.startsWith('#/components/') && pointer.split('/').length === 4;
    if (names.length === 3 && names[0] === 'components' && kind !== 'pathItem' && !isAlias) {
      checkCircular(document, $ref);
      return kind === 'schema' ? restrict({ $ref: `#/${names.join('/')}` }, others) : { $ref: `#/${names.join('/')}` };
    }
    if (references.includes($ref) && kind === 'schema' && !added.has($ref)) {
      added.set($ref, { name: createName(document, names, added.size), schema: {} });
    }
    const component = added.get($ref);
    if (component) return restrict({ $ref: `#/components/schemas/${component.name}` }, others);
    if (references.includes($ref)) throw new DocumentError(`the reference ${$ref} is circular.`);
    references.push($ref);
    const copy = replace(target, kind, $ref);
    references.pop();
    const recursive = added.get($ref);
    if (recursive) {
      recursive.schema = copy;
      return restrict({ $ref: `#/components/schemas/${recursive.name}` }, others);
    }
    if (!isObject(copy)) return copy;
    if (kind === 'pathItem') return { ...copy, ...others };
    return kind === 'schema' ? mergeSiblings(copy, others) : copy;
  }

  const { components, ...normalized } = replace(document, 'document', '#') as OpenApiDocument;
  // Nothing refers to them any more, and their operations would occur twice.
  const { pathItems: _, ...others } = components;
  const schemas = Object.fromEntries([...added.values()].map(({ name, schema }) => [name, schema]));
  const all = added.size === 0 ? others : { ...others, schemas: { ...toObject(others.schemas), ...schemas } };
  return { ...normalized, components: all } as OpenApiDocument;
}

/** Creates the name of a component that is added, for example `Report_definitions_Part`. */
function createName({ components }: OpenApiDocument, names: readonly string[], index: number): string {
  const path = names[0] === 'components' ? names.slice(2) : names;
  const name = path.join('_').replaceAll(/[^\w.-]+/g, '_');
  // Names that differ only in other characters become the same.
  return name in toObject(components.schemas) || index > 0 ? `${name}_${index + 1}` : name;
}

function findReferenced(document: JsonObject, reference: string): unknown {
  if (!reference.startsWith('#')) {
    throw new DocumentError(
      `the reference ${reference} leads to another file. Bundle the document first, for example with \`redocly bundle\`.`,
    );
  }
  const target = findTarget(document, reference);
  if (target === undefined) throw new DocumentError(`the reference ${reference} cannot be resolved.`);
  return target;
}

/** A component can be a reference to another component, but not to itself. */
function checkCircular(document: JsonObject, reference: string): void {
  let target = findReferenced(document, reference);
  for (const seen = new Set([reference]); isObject(target) && typeof target.$ref === 'string'; ) {
    if (seen.has(target.$ref)) throw new DocumentError(`the reference ${reference} is circular.`);
    seen.add(target.$ref);
    target = findReferenced(document, target.$ref);
  }
}

/** Replaces the names of schemas in the mapping of a discriminator by references. */
function normalizeMapping({ components }: OpenApiDocument, schema: JsonObject): JsonObject {
  const { discriminator } = schema;
  if (!isObject(discriminator) || !isObject(discriminator.mapping)) return schema;
  const schemas = toObject(components.schemas);
  const entries = Object.entries(discriminator.mapping).map(([value, target]) => {
    return [value, Object.hasOwn(schemas, String(target)) ? `#/components/schemas/${target}` : target];
  });
  return { ...schema, discriminator: { ...discriminator, mapping: Object.fromEntries(entries) } };
}

function restrict(reference: JsonObject, siblings: JsonObject): JsonObject {
  const { restrictions, notes } = splitSiblings(siblings);
  if (Object.keys(restrictions).length === 0) return { ...reference, ...notes };
  return { ...notes, allOf: [reference, restrictions] };
}
