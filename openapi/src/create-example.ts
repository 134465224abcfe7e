import { isObject, type JsonObject, toArray, toObject } from './document.ts';
import { resolveReference } from './resolve-reference.ts';

/** Strings that match the formats. */
const formats: Readonly<Record<string, string>> = {
  date: '2025-01-31',
  'date-time': '2025-01-31T12:00:00Z',
  time: '12:00:00Z',
  duration: 'P1D',
  email: 'user@example.com',
  hostname: 'example.com',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uri: 'https://example.com/',
  'uri-reference': '/',
  url: 'https://example.com/',
  uuid: '0b7e1c2a-8a52-4a51-9c58-0d0f6a2f3c11',
  byte: 'ZXhhbXBsZQ==',
};

/**
 * Creates a value for a schema: its own example or default if it has one, otherwise a value for its type. The value usually
 * matches the schema. It does not if the schema has a pattern or a keyword like `not`, so validate it.
 */
export function createExample(document: JsonObject, schema: JsonObject): unknown {
  return create(document, schema, []);
}

function create(document: JsonObject, value: unknown, references: readonly string[]): unknown {
  // A schema that requires itself has no finite value.
  if (!isObject(value) || references.length > 50) return 'example';
  const path = typeof value.$ref === 'string' ? [...references, value.$ref] : references;
  const schema = resolveReference(document, value);
  for (const source of [value, schema]) {
    const [first = source.example] = toArray(source.examples);
    if (first !== undefined) return first;
    if (source.default !== undefined) return source.default;
  }
  if ('const' in schema) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum.find((item) => item !== null) ?? null;
  const parts = toArray(schema.allOf).map((part) => create(document, part, path));
  const own = createOfType(document, schema, path);
  const branch = createOfBranch(document, schema, path);
  const all = [...parts, branch, own].filter((part) => part !== undefined);
  if (all.length > 0 && all.every(isObject)) return Object.assign({}, ...all);
  return own ?? branch ?? parts[0] ?? 'example';
}

/** Creates a value for the first branch of `oneOf` or `anyOf`, with the value of the discriminator. */
function createOfBranch(document: JsonObject, schema: JsonObject, path: readonly string[]): unknown {
  const branches = [...toArray(schema.oneOf), ...toArray(schema.anyOf)].filter(isObject);
  const isLeaf = (branch: JsonObject) => !path.includes(String(branch.$ref));
  const branch = branches.find((branch) => branch.type !== 'null' && isLeaf(branch)) ?? branches[0];
  if (!branch) return undefined;
  const value = create(document, branch, path);
  const { propertyName, mapping } = toObject(schema.discriminator);
  if (typeof propertyName !== 'string' || typeof branch.$ref !== 'string' || !isObject(value)) return value;
  const name = branch.$ref.split('/').at(-1) ?? '';
  const [key = name] =
    Object.entries(toObject(mapping)).find(([, target]) => String(target).split('/').at(-1) === name) ?? [];
  return { ...value, [propertyName]: key };
}

function createOfType(document: JsonObject, schema: JsonObject, path: readonly string[]): unknown {
  const types = [schema.type].flat();
  const type = types.find((type) => type !== 'null') ?? types[0];
  switch (type) {
    case 'string':
      return createString(schema);
    case 'integer':
    case 'number':
      return createNumber(schema, type);
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array':
      return createArray(document, schema, path);
    default:
      return type === 'object' || isObject(schema.properties) ? createObject(document, schema, path) : undefined;
  }
}

function createString({ format, minLength = 0, maxLength = Infinity }: JsonObject): string {
  const text = formats[String(format)] ?? 'example';
  return text.padEnd(Number(minLength), 'x').slice(0, Number(maxLength));
}

function createNumber(schema: JsonObject, type: string): number {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as Record<
    string,
    number | undefined
  >;
  const step = multipleOf ?? (type === 'integer' ? 1 : 0.5);
  const lowest = Math.max(minimum ?? -Infinity, exclusiveMinimum === undefined ? -Infinity : exclusiveMinimum + step);
  const highest = Math.min(maximum ?? Infinity, exclusiveMaximum === undefined ? Infinity : exclusiveMaximum - step);
  const preferred = Math.min(Math.max(multipleOf ?? 1, lowest), highest);
  const rounded = Math.ceil(preferred / step) * step;
  return rounded > highest ? preferred : rounded;
}

function createArray(document: JsonObject, schema: JsonObject, path: readonly string[]): unknown[] {
  const first = toArray(schema.prefixItems).map((item) => create(document, item, path));
  if (!isObject(schema.items) || leadsInto(schema.items, path)) return first;
  const count = Math.max(Number(schema.minItems ?? 1), first.length === 0 && schema.maxItems !== 0 ? 1 : 0);
  const { items } = schema;
  return [...first, ...Array.from({ length: count - first.length }, () => create(document, items, path))];
}

function createObject(document: JsonObject, schema: JsonObject, path: readonly string[]): JsonObject {
  const required = toArray(schema.required);
  const properties = Object.entries(toObject(schema.properties)).filter(([name, property]) => {
    // An optional property that leads back would never end.
    return required.includes(name) || (isObject(property) && !leadsInto(property, path));
  });
  const missing = required.map(String).filter((name) => !Object.hasOwn(toObject(schema.properties), name));
  const other = isObject(schema.additionalProperties) ? schema.additionalProperties : {};
  return Object.fromEntries([
    ...properties.map(([name, property]) => [name, create(document, property, path)]),
    ...missing.map((name) => [name, create(document, other, path)]),
  ]);
}

/** Returns whether a schema refers to one that is being created, directly or as an item or a branch. */
function leadsInto(schema: JsonObject, path: readonly string[]): boolean {
  if (typeof schema.$ref === 'string') return path.includes(schema.$ref);
  const branches = [schema.items, ...toArray(schema.anyOf), ...toArray(schema.oneOf), ...toArray(schema.allOf)];
  return branches.filter(isObject).some((branch) => leadsInto(branch, path));
}
