import { isObject, type JsonObject } from './document.ts';

/** What an object of a document is. References are allowed in place of any of them but `document` and `components`. */
export type Kind =
  | 'document'
  | 'components'
  | 'pathItem'
  | 'operation'
  | 'parameter'
  | 'header'
  | 'requestBody'
  | 'response'
  | 'mediaType'
  | 'example'
  | 'securityScheme'
  | 'schema';

/** How the value of a keyword contains objects: as one, in a list or in a map. */
type Child = readonly [kind: Kind, holder: 'one' | 'list' | 'map'];

const operation: Child = ['operation', 'one'];
const schema: Child = ['schema', 'one'];
const schemas: Child = ['schema', 'list'];
const namedSchemas: Child = ['schema', 'map'];
const parameters: Child = ['parameter', 'list'];
const content: Child = ['mediaType', 'map'];
const examples: Child = ['example', 'map'];
const described: Readonly<Record<string, Child>> = { schema, content, examples };

/** The keywords that contain other objects. Callbacks and links are not read. */
const children: Readonly<Record<Kind, Readonly<Record<string, Child>>>> = {
  document: { paths: ['pathItem', 'map'], webhooks: ['pathItem', 'map'], components: ['components', 'one'] },
  components: {
    schemas: namedSchemas,
    responses: ['response', 'map'],
    parameters: ['parameter', 'map'],
    examples,
    requestBodies: ['requestBody', 'map'],
    headers: ['header', 'map'],
    securitySchemes: ['securityScheme', 'map'],
    pathItems: ['pathItem', 'map'],
  },
  pathItem: {
    parameters,
    get: operation,
    put: operation,
    post: operation,
    delete: operation,
    options: operation,
    head: operation,
    patch: operation,
    trace: operation,
  },
  operation: { parameters, requestBody: ['requestBody', 'one'], responses: ['response', 'map'] },
  parameter: described,
  header: described,
  requestBody: { content },
  response: { headers: ['header', 'map'], content },
  mediaType: { schema, examples },
  example: {},
  securityScheme: {},
  schema: {
    allOf: schemas,
    anyOf: schemas,
    oneOf: schemas,
    prefixItems: schemas,
    properties: namedSchemas,
    patternProperties: namedSchemas,
    dependentSchemas: namedSchemas,
    $defs: namedSchemas,
    items: schema,
    contains: schema,
    additionalProperties: schema,
    propertyNames: schema,
    unevaluatedItems: schema,
    unevaluatedProperties: schema,
    not: schema,
    if: schema,
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: schema,
    else: schema,
    contentSchema: schema,
  },
};

/** Replaces an object. `pointer` leads to it from the document, for example `#/paths/~1pets/get`. */
export type Replace = (value: unknown, kind: Kind, pointer: string) => unknown;

/**
 * Copies an object of a document, with the objects that it contains replaced. `replace` decides whether to go deeper: it can
 * call `mapChildren` for them.
 */
export function mapChildren(value: JsonObject, kind: Kind, pointer: string, replace: Replace): JsonObject {
  const known = children[kind];
  return Object.fromEntries(
    Object.entries(value).map(([keyword, child]) => {
      const [childKind, holder] = Object.hasOwn(known, keyword) ? (known[keyword] ?? []) : [];
      if (childKind === undefined) return [keyword, child];
      const place = `${pointer}/${escapePointer(keyword)}`;
      if (holder === 'one') return [keyword, replace(child, childKind, place)];
      if (holder === 'list' && Array.isArray(child)) {
        return [keyword, child.map((item, index) => replace(item, childKind, `${place}/${index}`))];
      }
      if (holder === 'map' && isObject(child)) {
        const entries = Object.entries(child).map(([name, item]) => {
          // An extension can have any value, for example in `paths`. A schema or a header can have any name.
          const isExtension = name.startsWith('x-') && ['pathItem', 'response'].includes(childKind);
          return [name, isExtension ? item : replace(item, childKind, `${place}/${escapePointer(name)}`)];
        });
        return [keyword, Object.fromEntries(entries)];
      }
      return [keyword, child];
    }),
  );
}

/** Calls `visit` with every object of a document, outer ones first. It does not follow references. */
export function visitDocument(
  document: JsonObject,
  visit: (value: JsonObject, kind: Kind, pointer: string) => void,
): void {
  const replace: Replace = (value, kind, pointer) => {
    if (!isObject(value)) return value;
    visit(value, kind, pointer);
    return mapChildren(value, kind, pointer, replace);
  };
  replace(document, 'document', '#');
}

/** Escapes a name for a JSON pointer. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
