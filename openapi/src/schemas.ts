import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonObject, OpenApiDocument } from './document.ts';

/** Holds a value against a schema; one sentence for each thing that does not fit, none where all does. */
export type SchemaValidator = (schema: JsonObject, value: unknown) => string[];

/** A check of values against the schemas of a document (JSON Schema 2020-12, formats included). */
export function createSchemaValidator(document: OpenApiDocument): SchemaValidator {
  // Not strict: a document has keywords of its own (x-…), which say nothing about validity.
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats.default(ajv);
  ajv.addSchema(document, documentKey);
  const compiled = new WeakMap<JsonObject, ReturnType<typeof ajv.compile>>();

  return (schema, value) => {
    let validate = compiled.get(schema);
    if (!validate) {
      validate = ajv.compile(absolute(schema) as JsonObject);
      compiled.set(schema, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map((error) => `${error.instancePath || 'the whole'} ${messageOf(error)}`);
  };
}

/** Ajv's own sentence, with the name or the values that it leaves out. */
function messageOf({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'additionalProperties')
    return `must not have the property ${JSON.stringify(params.additionalProperty)}`;
  if (keyword === 'enum') return `${message}: ${params.allowedValues.join(', ')}`;
  return message ?? keyword;
}

const documentKey = 'openapi';

/** The schema with its references led into the document, wherever the schema itself is compiled. */
function absolute(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(absolute);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    name === '$ref' && typeof item === 'string' && item.startsWith('#') ? `${documentKey}${item}` : absolute(item),
  ]);
  return Object.fromEntries(entries);
}
