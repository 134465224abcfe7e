import { Ajv2020, type ErrorObject } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonObject } from './document.ts';

/** A place where a value violates a schema. */
export interface SchemaViolation {
  /** The keyword of the schema, for example `pattern`. */
  readonly code: string;
  /** Leads to the place in the value, for example `[0].cards[2].isOwned`. Empty for the whole value. */
  readonly path: string;
  /** What the keyword requires, for example `{ limit: 1 }` of `minimum`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** What is wrong, as the end of a sentence that starts with the path: `must be >= 1`. */
  readonly message: string;
}

/** Validates a value against a schema. Returns the violations; none if the value is valid. */
export type SchemaValidator = (schema: JsonObject, value: unknown) => SchemaViolation[];

/**
 * Creates a validator (JSON Schema 2020-12, formats included).
 *
 * @param document the document that the schemas refer to. Default: none, for schemas without references.
 */
export function createSchemaValidator(document: JsonObject = {}): SchemaValidator {
  // Not strict: a document has keywords and formats of its own, which do not restrict a value. Ajv would print a warning.
  const ajv = new Ajv2020({ allErrors: true, strict: false, logger: false });
  addFormats.default(ajv);
  ajv.addSchema(document, documentKey);
  const compiled = new WeakMap<JsonObject, ReturnType<typeof ajv.compile>>();

  return (schema, value) => {
    let validate = compiled.get(schema);
    if (!validate) {
      validate = ajv.compile(withAbsoluteReferences(schema) as JsonObject);
      compiled.set(schema, validate);
    }
    if (validate(value)) return [];
    return (validate.errors ?? []).map(toViolation);
  };
}

function toViolation(error: ErrorObject): SchemaViolation {
  const { keyword, instancePath, params } = error;
  return { code: keyword, path: toPath(instancePath), values: params, message: formatMessage(error) };
}

/** The message of Ajv, with the name or the values that it leaves out. */
function formatMessage({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'additionalProperties')
    return `must not have the property ${JSON.stringify(params.additionalProperty)}`;
  if (keyword === 'enum') return `${message}: ${params.allowedValues.join(', ')}`;
  return message ?? keyword;
}

/** Converts a JSON pointer, for example `/0/cards`, to `[0].cards`. */
function toPath(pointer: string): string {
  const names = pointer.split('/').slice(1);
  const parts = names.map((name) => {
    const key = name.replaceAll('~1', '/').replaceAll('~0', '~');
    if (/^\d+$/.test(key)) return `[${key}]`;
    return /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
  });
  return parts.join('').replace(/^\./, '');
}

const documentKey = 'openapi';

/** The schema with its references pointing into the document, wherever the schema itself is compiled. */
function withAbsoluteReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withAbsoluteReferences);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, item]) => [
    name,
    name === '$ref' && typeof item === 'string' && item.startsWith('#')
      ? `${documentKey}${item}`
      : withAbsoluteReferences(item),
  ]);
  return Object.fromEntries(entries);
}
