import { Ajv2020, type ErrorObject, type Options, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonObject } from './document.ts';
import { addUniqueItems } from './unique-items.ts';

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

/** How many violations of one value are returned, about. The rest of the value is not validated. */
export const maxViolations = 100;

/** Validates a value against a schema. Returns the first violations; none if the value is valid. */
export type SchemaValidator = (schema: JsonObject, value: unknown) => SchemaViolation[];

/**
 * Creates a validator (JSON Schema 2020-12, formats included).
 *
 * @param document the document that the schemas refer to. Default: none, for schemas without references.
 */
export function createSchemaValidator(document: JsonObject = {}): SchemaValidator {
  const compile = createCompiler(document, { allErrors: false });
  // Most values are valid, so that most servers never need it.
  let compileDetailed: Compiler | undefined;

  return (schema, value) => {
    const validate = compile(schema);
    if (validate(value)) return [];
    // This one finds the other violations too. It does not decide: it stops looking when there are many.
    compileDetailed ??= createCompiler(document, { allErrors: true, code: { process: limitErrors } });
    const detailed = compileDetailed(schema);
    const errors = detailed(value) ? validate.errors : detailed.errors;
    return (errors ?? []).slice(0, maxViolations).map(toViolation);
  };
}

type Compiler = (schema: JsonObject) => ValidateFunction;

function createCompiler(document: JsonObject, options: Options): Compiler {
  // Not strict: a document has keywords and formats of its own, which do not restrict a value. Ajv would print a warning.
  const ajv = new Ajv2020({ strict: false, logger: false, ...options });
  addFormats.default(ajv);
  addUniqueItems(ajv);
  ajv.addSchema(document, documentKey);
  const compiled = new WeakMap<JsonObject, ValidateFunction>();
  return (schema) => {
    const validate = compiled.get(schema) ?? ajv.compile(withAbsoluteReferences(schema) as JsonObject);
    compiled.set(schema, validate);
    return validate;
  };
}

/**
 * Ends the loops of a compiled schema after enough errors. Ajv collects all errors, and copies those of a schema for each place
 * that refers to it: their number would be the square of what a client sends.
 */
function limitErrors(code: string): string {
  return code
    .replaceAll(/for\(let (\w+)=0; \1<(\w+); \1\+\+\)\{/g, `for(let $1=0; $1<$2 && errors<${maxViolations}; $1++){`)
    .replaceAll(/for\(const (\w+) in (\w+)\)\{/g, `for(const $1 in $2){if(errors>=${maxViolations})break;`);
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
    return formatProperty(key).replace(/^(?!\[)/, '.');
  });
  return parts.join('').replace(/^\./, '');
}

/** Formats the name of a property or the index of an item in a path, for example `cards`, `[0]` or `["a b"]`. */
export function formatProperty(name: string): string {
  if (/^\d+$/.test(name)) return `[${name}]`;
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : `[${JSON.stringify(name)}]`;
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
