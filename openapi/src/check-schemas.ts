import { Ajv2020 } from 'ajv/dist/2020.js';
import { isObject, type JsonObject, type OpenApiDocument, toArray, toObject } from './document.ts';
import type { Reports } from './place-reader.ts';
import { findTarget } from './resolve-reference.ts';
import { visitDocument } from './visit-document.ts';

const dialects = ['https://json-schema.org/draft/2020-12/schema', 'https://spec.openapis.org/oas/3.1/dialect/base'];
const identifiers = ['$id', '$anchor', '$dynamicRef', '$dynamicAnchor'];

/** Refuses schemas that are not valid, and keywords that are not supported. */
export function checkSchemas(document: OpenApiDocument, { problems }: Reports): void {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  const { jsonSchemaDialect } = document;
  if (typeof jsonSchemaDialect === 'string' && !isKnownDialect(jsonSchemaDialect)) {
    problems.push({ place: '#/jsonSchemaDialect', reason: createDialectReason(jsonSchemaDialect) });
  }
  for (const name of Object.keys(toObject(document.components.schemas))) {
    if (/^[\w.-]+$/.test(name)) continue;
    const place = `#/components/schemas/${name}`;
    problems.push({ place, reason: 'The name of a schema can contain only letters, digits, `.`, `-` and `_`.' });
  }
  let root = '';
  visitDocument(document, (schema, kind, place) => {
    if (kind !== 'schema') return;
    // The schemas in a schema are validated together with it.
    if (root === '' || !place.startsWith(`${root}/`)) {
      root = place;
      problems.push(...validateSchema(ajv, schema, place));
    }
    for (const reason of listReasons(document, schema, place)) problems.push({ place, reason });
  });
}

function validateSchema(ajv: Ajv2020, { $schema: _, ...schema }: JsonObject, place: string) {
  if (ajv.validateSchema(schema)) return [];
  const [error] = ajv.errors ?? [];
  const reason = `The schema is not valid JSON Schema 2020-12: ${error?.message}.`;
  return [{ place: place + (error?.instancePath ?? ''), reason }];
}

function* listReasons(document: JsonObject, schema: JsonObject, place: string): Generator<string> {
  for (const keyword of identifiers) {
    if (schema[keyword] !== undefined) yield `\`${keyword}\` is not supported. Refer to schemas with \`$ref\`.`;
  }
  if (typeof schema.$schema === 'string' && !isKnownDialect(schema.$schema)) yield createDialectReason(schema.$schema);
  for (const pattern of [schema.pattern, ...Object.keys(toObject(schema.patternProperties))]) {
    if (typeof pattern === 'string' && !isPattern(pattern)) {
      yield `The pattern ${JSON.stringify(pattern)} is not a JavaScript regular expression with the flag u.`;
    }
  }
  yield* listDiscriminatorReasons(document, schema);
  if (containsItself(document, schema, place)) {
    yield 'The schema contains itself without a property or an item in between, so that no value can be validated.';
  }
}

function* listDiscriminatorReasons(document: JsonObject, { discriminator }: JsonObject): Generator<string> {
  if (discriminator === undefined) return;
  const { propertyName, mapping } = toObject(discriminator);
  if (typeof propertyName !== 'string') yield 'The discriminator has no `propertyName`. Add it.';
  for (const target of Object.values(toObject(mapping)).map(String)) {
    const reference = target.startsWith('#') ? target : `#/components/schemas/${target}`;
    if (findTarget(document, reference) === undefined) {
      yield `The mapping of the discriminator leads to ${target}, which does not exist.`;
    }
  }
}

/** Returns whether a schema applies itself to the same value. */
function containsItself(document: JsonObject, schema: JsonObject, place: string): boolean {
  const open = listApplied(schema);
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.$ref === place) return true;
    if (typeof next.$ref === 'string' && seen.has(next.$ref)) continue;
    if (typeof next.$ref === 'string') seen.add(next.$ref);
    const target = typeof next.$ref === 'string' ? findTarget(document, next.$ref) : next;
    if (isObject(target)) open.push(...listApplied(target));
  }
  return false;
}

/** Lists the schemas that a schema applies to the same value. */
function listApplied(schema: JsonObject): JsonObject[] {
  const lists = ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => toArray(schema[keyword]));
  const reference = typeof schema.$ref === 'string' ? [{ $ref: schema.$ref }] : [];
  return [...lists, schema.not, schema.if, schema.then, schema.else, ...reference].filter(isObject);
}

function isKnownDialect(dialect: string): boolean {
  return dialects.includes(dialect.replace(/#$/, ''));
}

function createDialectReason(dialect: string): string {
  return `The JSON Schema dialect ${dialect} is not supported. Use the dialect of OpenAPI 3.1.`;
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
