import { isObject, type JsonObject, toArray, toObject } from '@giftoin/openapi';
import { code } from './code.ts';
import { describeConstraints } from './describe-constraints.ts';
import { type Direction, describePresence } from './describe-presence.ts';
import { describeSource } from './describe-source.ts';
import { describeType, isNullable } from './describe-type.ts';
import { flattenSchema } from './flatten-schema.ts';
import { listKnownValues } from './known-values.ts';
import type { ValueView, VariantView } from './value-view.ts';

/** What the views of one body share. */
export interface ViewContext {
  readonly document: JsonObject;
  readonly direction: Direction;
  /** Returns the ID of the element for a path. No two elements of a page have the same. */
  readonly createAnchor: (path: string) => string;
}

export interface Value {
  readonly name: string;
  /** The path of the object or array that contains the value, as readers see it. */
  readonly prefix: string;
  readonly schema: unknown;
  readonly isRequired: boolean;
  /** The `x-source` of the object that contains the value. It counts unless the value has its own. */
  readonly source: string | undefined;
  /** The components that contain the value. */
  readonly open: readonly string[];
}

/** Creates the view of a value, with everything in it. A schema that contains itself is shown once. */
export function createValueView(context: ViewContext, value: Value): ValueView {
  const { document, direction } = context;
  const { name, prefix, isRequired, open } = value;
  const { schema, names } = flattenSchema(document, value.schema);
  const source = readSource(schema, value.source);
  const path = `${prefix}${name}`;
  const anchor = context.createAnchor(path);
  const repeated = names.find((each) => open.includes(each));
  const contents = createContents(context, { schema, names, path, source: findInnerSource(document, value), open });
  return {
    name,
    prefix,
    anchor,
    type: describeType(document, value.schema),
    presence: describePresence(direction, isRequired, isNullable(document, value.schema)),
    source: describeSource(source),
    deprecated: schema.deprecated === true,
    description: describeValue(document, value.schema, schema),
    ...contents,
    constraints: repeated === undefined ? contents.constraints : [`It has the properties of ${code(repeated)} again.`],
    example: formatExample(schema),
  };
}

/** The description beside a reference hides the one of its target. If the target has known values, only that one explains them. */
function describeValue(document: JsonObject, value: unknown, schema: JsonObject): string | undefined {
  const { $ref } = toObject(value);
  const target =
    typeof $ref === 'string' && listKnownValues(schema).length > 0 ? flattenSchema(document, { $ref }).schema : {};
  const texts = new Set([schema.description, target.description].filter((text) => typeof text === 'string'));
  return texts.size === 0 ? undefined : [...texts].map((text) => text.trim()).join('\n\n');
}

/** The `x-source` beside a reference is about the value, not about what is in it. */
function findInnerSource(document: JsonObject, { schema, source }: Value): string | undefined {
  const reference = toObject(schema).$ref;
  const target = flattenSchema(document, typeof reference === 'string' ? { $ref: reference } : schema).schema;
  return readSource(target, source);
}

function readSource(schema: JsonObject, outer: string | undefined): string | undefined {
  return typeof schema['x-source'] === 'string' ? schema['x-source'] : outer;
}

interface Content {
  readonly schema: JsonObject;
  readonly names: readonly string[];
  readonly path: string;
  readonly source: string | undefined;
  readonly open: readonly string[];
}

/** Creates the views of what is in an object or an array. */
export function createContents(
  context: ViewContext,
  { schema, names, path, source, open }: Content,
): Pick<ValueView, 'children' | 'variants' | 'constraints'> {
  if (names.some((name) => open.includes(name))) return { children: [], variants: [], constraints: [] };
  const [only, ...others] = listForms(schema);
  if (only !== undefined && others.length === 0) {
    // The only other form is null.
    const { anyOf: _, oneOf: __, ...own } = schema;
    const form = flattenSchema(context.document, { allOf: [only, own] });
    return createContents(context, { ...form, names: [...names, ...form.names], path, source, open });
  }
  const inside = { source, open: [...open, ...names] };
  const children = [...listProperties(schema, path), ...listItems(schema, path)].map((child) =>
    createValueView(context, { ...inside, ...child }),
  );
  const constraints = describeConstraints(schema);
  const variants = createVariants(context, schema, path, inside);
  if (!isObject(schema.items)) return { children, variants, constraints };

  // What is in an item is shown in its array, without a level in between.
  const item = flattenSchema(context.document, schema.items);
  const itemPath = path === '' ? '' : `${path}[]`;
  const items = createContents(context, {
    ...item,
    path: itemPath,
    ...inside,
    source: readSource(item.schema, source),
  });
  const about = [
    ...(typeof item.schema.description === 'string' ? [item.schema.description] : []),
    ...items.constraints,
  ];
  const repeated = item.names.find((name) => inside.open.includes(name));
  if (repeated !== undefined) about.push(`It has the properties of ${code(repeated)} again.`);
  return {
    children: [...children, ...items.children],
    variants: [...variants, ...items.variants],
    constraints: [...constraints, ...(about.length > 0 ? [`Each item: ${about.join(' ')}`] : [])],
  };
}

type Child = Pick<Value, 'name' | 'prefix' | 'schema' | 'isRequired'>;

function listProperties(schema: JsonObject, path: string): Child[] {
  const required = toArray(schema.required);
  const prefix = path === '' ? '' : `${path}.`;
  const properties = Object.entries(toObject(schema.properties)).map(([name, property]) => {
    return { name, prefix, schema: property, isRequired: required.includes(name) };
  });
  const patterns = Object.entries(toObject(schema.patternProperties)).map(([pattern, property]) => {
    return { name: `{${pattern}}`, prefix, schema: property, isRequired: false };
  });
  const { additionalProperties: others } = schema;
  const isMap = isObject(others) && Object.keys(others).length > 0;
  const rest = isMap ? [{ name: '{name}', prefix, schema: others, isRequired: false }] : [];
  return [...properties, ...patterns, ...rest];
}

/** The items of an array that have a schema of their own. */
function listItems(schema: JsonObject, path: string): Child[] {
  return toArray(schema.prefixItems).map((item, index) => {
    return { name: `[${index}]`, prefix: path, schema: item, isRequired: index < Number(schema.minItems ?? 0) };
  });
}

/** The schemas of the forms that a value can have, without null. */
function listForms(schema: JsonObject): unknown[] {
  if (listKnownValues(schema).length > 0) return [];
  return [...toArray(schema.oneOf), ...toArray(schema.anyOf)].filter((form) => {
    return toObject(form).type !== 'null' && toObject(form).const !== null;
  });
}

function createVariants(
  context: ViewContext,
  schema: JsonObject,
  path: string,
  inside: Pick<Value, 'source' | 'open'>,
): VariantView[] {
  return listForms(schema).map((branch) => {
    const flat = flattenSchema(context.document, branch);
    const repeated = flat.names.find((name) => inside.open.includes(name));
    const contents = createContents(context, {
      ...flat,
      path,
      ...inside,
      source: readSource(flat.schema, inside.source),
    });
    const { description, title } = flat.schema;
    return {
      title: createTitle(context.document, schema, branch, title),
      description: typeof description === 'string' ? description : undefined,
      constraints:
        repeated === undefined ? contents.constraints : [`It has the properties of ${code(repeated)} again.`],
      children: [...contents.children, ...contents.variants.flatMap(({ children }) => children)],
    };
  });
}

/** For example "`cat` in `kind`: object (Cat)". */
function createTitle(document: JsonObject, { discriminator }: JsonObject, branch: unknown, title: unknown): string {
  const type = describeType(document, branch);
  const { propertyName, mapping } = toObject(discriminator);
  const reference = String(toObject(branch).$ref ?? '');
  const label = typeof title === 'string' ? `${title}: ${type}` : type;
  if (typeof propertyName !== 'string' || reference === '') return label;
  const mapped = Object.entries(toObject(mapping)).filter(([, target]) => target === reference);
  const values = mapped.length > 0 ? mapped.map(([value]) => value) : [reference.split('/').at(-1) ?? ''];
  return `If ${code(propertyName)} is ${values.map(code).join(' or ')}: ${label}`;
}

function formatExample(schema: JsonObject): string | undefined {
  const [example = schema.example] = toArray(schema.examples);
  if (example === undefined) return undefined;
  return typeof example === 'string' ? example : JSON.stringify(example);
}
