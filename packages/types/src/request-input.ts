/**
 * Validates and serializes what a request has beside its path: a query, headers and a body. `generated/client-features.ts`
 * imports this file only if the document contains any of these, so that a program has no code that it does not need.
 *
 * @module
 */
import { createCompactValidators, type SchemaOrName, type ValueValidator } from './compact-validator.ts';
import type { Endpoint } from './endpoint.ts';
import { endpoints as generated } from './generated/names.ts';
import { keywords, parameterSchemas, requestSchemas, schemas } from './generated/request-schemas.ts';

type Input = Readonly<Record<string, unknown>>;

/** The headers and the body of a request. */
export interface RequestContent {
  readonly headers: Readonly<Record<string, string>>;
  /** Absent if the request has no body. */
  readonly body?: string;
}

export interface RequestInput {
  /** Returns what is wrong with the input of an operation, with the place in it; `undefined` if it is valid. */
  findProblem(operationId: string, input: Input): string | undefined;
  /** Lists the names that the input has for the request body: `body`, or none. */
  listBodyNames(operationId: string): string[];
  /** Returns the headers that are parameters, under their names in the document. */
  pickHeaders(operationId: string, headers: Input): Record<string, unknown>;
  /** Encodes the value of a path parameter. */
  encodePathValue(value: unknown): string;
  /** Lists the pairs of the query, with encoded names and values. */
  listQuery(operationId: string, input: Input): (readonly [name: string, value: string])[];
  /** Creates the headers and the body of a request. Creates the idempotency key if the caller gives none. */
  createContent(operationId: string, input: Input): RequestContent;
}

const endpoints: Readonly<Record<string, Endpoint>> = generated;

export const requestInput: RequestInput = {
  findProblem(operationId, input) {
    const { parameters = {}, required, body: bodyKind, idempotencyKeyHeader } = endpoints[operationId] ?? {};
    const own = find(parameterSchemas, operationId) ?? {};
    for (const [name, location] of Object.entries(parameters)) {
      const schema = find(own, name);
      // `parameterPatterns` has the others.
      if (schema === undefined) continue;
      const value = input[name];
      const isRequired = location === 'path' || required?.includes(name);
      const validate = () => getValidator(`${operationId} ${name}`, schema);
      const problem = findValueProblem(name, value, isRequired, validate);
      if (problem) return problem;
      // A URL parser resolves `.` and `..`, and an empty segment belongs to another path.
      if (location === 'path' && ['', '.', '..'].includes(String(value))) {
        return `${name} is ${JSON.stringify(value)}. It cannot be sent in a path.`;
      }
      if (name === idempotencyKeyHeader && value === '') return `${name} is empty.`;
    }
    if (!bodyKind) return undefined;
    const schema = find(requestSchemas, operationId) ?? 'never';
    return findValueProblem('body', toJsonValue(input.body), bodyKind === 'required', () => {
      return getValidator(operationId, schema);
    });
  },

  listBodyNames: (operationId) => (endpoints[operationId]?.body ? ['body'] : []),

  pickHeaders(operationId, headers) {
    const { parameters = {} } = endpoints[operationId] ?? {};
    const names = Object.keys(parameters).filter((name) => parameters[name] === 'header');
    const given = Object.entries(headers).flatMap(([header, value]) => {
      const name = names.find((name) => name.toLowerCase() === header.toLowerCase());
      return name === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(given);
  },

  encodePathValue: (value) => encodeItems(value, ','),

  listQuery(operationId, input) {
    const { parameters = {}, separators = {} } = endpoints[operationId] ?? {};
    return Object.entries(parameters).flatMap(([name, location]) => {
      const value = input[name];
      if (location !== 'query' || value === undefined || value === null) return [];
      const separator = separators[name];
      // Without a separator, an array becomes one pair for each item: the default of OpenAPI (style `form`, explode `true`).
      const items = [value].flat();
      const values =
        separator && items.length > 0 ? [encodeItems(items, separator)] : items.map((item) => encode(item));
      return values.map((text) => [encode(name), text] as const);
    });
  },

  createContent(operationId, input) {
    const { parameters = {}, body: bodyKind, mediaType, idempotencyKeyHeader } = endpoints[operationId] ?? {};
    const headers: Record<string, string> = {};
    for (const [name, location] of Object.entries(parameters)) {
      const value = input[name] ?? (name === idempotencyKeyHeader ? createIdempotencyKey() : undefined);
      if (location === 'header' && value !== undefined && value !== null) headers[name.toLowerCase()] = String(value);
    }
    if (!bodyKind || input.body === undefined) return { headers };
    headers['content-type'] = mediaType ?? 'application/json';
    return { headers, body: JSON.stringify(input.body) };
  },
};

const createValidator = createCompactValidators({ schemas, keywords });
const validators = new Map<string, ValueValidator>();

function getValidator(key: string, schema: SchemaOrName): ValueValidator {
  const validate = validators.get(key) ?? createValidator(schema);
  validators.set(key, validate);
  return validate;
}

function findValueProblem(
  name: string,
  value: unknown,
  isRequired: boolean | undefined,
  getValidate: () => ValueValidator,
): string | undefined {
  if (value === undefined) return isRequired ? `${name} is missing.` : undefined;
  const violation = getValidate()(value);
  if (!violation) return undefined;
  const { path, message } = violation;
  return `${name}${path && !path.startsWith('[') ? '.' : ''}${path}: ${message}.`;
}

/** Encodes the items of an array. The separator is not part of an item, so a comma between items is not encoded. */
function encodeItems(value: unknown, separator: string): string {
  return [value]
    .flat()
    .map(encode)
    .join(separator === ',' ? separator : encode(separator));
}

function encode(value: unknown): string {
  return encodeURIComponent(String(value));
}

/** Returns a value as it is sent, for example a `Date` as a string. A value that is not JSON throws. */
function toJsonValue(value: unknown): unknown {
  const text = JSON.stringify(value);
  return text === undefined ? undefined : JSON.parse(text);
}

function find<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}

/** What this file uses of the global `crypto`, which not every runtime has. Its `randomUUID` exists only on HTTPS. */
interface Crypto {
  randomUUID?(): string;
  getRandomValues?(bytes: Uint8Array): Uint8Array;
}

function createIdempotencyKey(): string {
  const { crypto } = globalThis as { readonly crypto?: Crypto };
  if (crypto?.randomUUID) return crypto.randomUUID();
  const random = Uint8Array.from({ length: 16 }, () => Math.random() * 256);
  const bytes = crypto?.getRandomValues?.(random) ?? random;
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
