/** The validator of the simulator finds what Ajv finds, in the same order and with the same messages. */
import { createSchemaValidator as createReference } from '@giftoin/openapi';
import { serverOperations } from '@giftoin/types/sandbox-control/server-operations';
import { serverOperations as apiOperations } from '@giftoin/types/server-operations';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSchemaValidator } from '../src/validation/create-schema-validator.ts';
import { requireKnown } from '../src/validation/require-known.ts';

type Schema = Readonly<Record<string, unknown>>;

const bodies = serverOperations.flatMap((operation) =>
  'requestBody' in operation ? [{ title: operation.operationId, schema: operation.requestBody.schema as Schema }] : [],
);

test.each(bodies)('validates the body of $title like Ajv', ({ schema }) => {
  const validate = createSchemaValidator();
  const reference = createReference();
  fc.assert(
    fc.property(createValues(schema, schema), (value) => {
      const json: unknown = JSON.parse(JSON.stringify(value));
      const simplify = (violations: ReturnType<typeof reference>) =>
        violations.map(({ code, path, message }) => ({ code, path, message }));
      expect(validate(schema, json)).toEqual(simplify(reference(schema, json)));
    }),
    { numRuns: 300 },
  );
});

test('validates URIs like Ajv', () => {
  const part = fc.constantFrom(
    'a',
    '[::1]',
    '[',
    '@',
    ':80',
    '/',
    '//',
    '?',
    '#',
    '%20',
    '%zz',
    'é',
    ' ',
    '\\',
    '~',
    '|',
  );
  const schema = { type: 'string', format: 'uri' };
  const [validate, reference] = [createSchemaValidator(), createReference()];
  fc.assert(
    fc.property(fc.constantFrom('https://', 'a:', ''), fc.array(part, { maxLength: 6 }), (start, parts) => {
      const text = start + parts.join('');
      expect(validate(schema, text).length, text).toBe(reference(schema, text).length);
    }),
    { numRuns: 2_000 },
  );
});

const named = { type: 'object', required: ['name'], properties: { name: { type: 'string', minLength: 1 } } };
const cat = { allOf: [named, { required: ['kind'], properties: { kind: { const: 'cat' } } }] };
const dog = { allOf: [named, { required: ['kind', 'tricks'], properties: { kind: { const: 'dog' } } }] };

// Operations that the document does not have yet.
test.each<[string, Schema, readonly unknown[]]>([
  ['allOf', cat, [{ kind: 'cat', name: 'Mia' }, { kind: 'dog', name: '' }, {}, 1]],
  [
    'oneOf with a discriminator',
    { oneOf: [cat, dog], discriminator: { propertyName: 'kind' } },
    [{ kind: 'dog', name: 'Rex', tricks: [] }, { kind: 'cow', name: 'Berta' }, null],
  ],
  ['anyOf', { anyOf: [named, { type: 'null' }] }, [null, { name: 'a' }, { name: '' }, 1]],
  ['const', { const: { a: [1, null] } }, [{ a: [1, null] }, { a: [1] }, { a: [1, null], b: 1 }, [], null]],
  ['enum', { enum: [1, null, 'a'] }, [1, null, 'a', 'b', {}]],
  [
    'the number of items',
    { anyOf: [{ type: 'array' }], minItems: 1, maxItems: 2, items: { type: 'integer' } },
    [[1], [], [1, 2, 3], ['a', 2, 3], {}],
  ],
  [
    'uniqueItems',
    { uniqueItems: true },
    [
      [1, 2],
      [1, 1],
      [{ a: 1 }, 2, { a: 1 }],
      [1, 2, 1, 2],
      [1, '1'],
      [[], []],
    ],
  ],
  ['the number of properties', { minProperties: 1, maxProperties: 2 }, [{}, { a: 1 }, { a: 1, b: 1, c: 1 }, []]],
  ['numbers', { exclusiveMinimum: 0, exclusiveMaximum: 10, multipleOf: 2.5 }, [0, 10, 5, 4, 'a']],
])('validates %s like Ajv', (_, schema, values) => {
  const [validate, reference] = [createSchemaValidator(), createReference()];
  for (const value of values) {
    const expected = reference(schema, value).map(({ code, path, message }) => ({ code, path, message }));
    expect(validate(schema, value)).toEqual(expected);
  }
});

test.each([...apiOperations, ...serverOperations])('can validate every request of $operationId', (operation) => {
  for (const { schema } of operation.parameters) expect(() => requireKnown(schema)).not.toThrow();
  if ('requestBody' in operation) expect(() => requireKnown(operation.requestBody.schema)).not.toThrow();
});

test('does not accept a schema that it could not validate', () => {
  const validate = createSchemaValidator();
  expect(() => validate({ type: 'object', unevaluatedProperties: false }, {})).toThrow(
    'the keyword unevaluatedProperties is not supported',
  );
});

const strange = fc.constantFrom(
  null,
  true,
  0,
  -1,
  1.5,
  1e16,
  '',
  'x',
  '..',
  'https://é',
  'x'.repeat(130),
  [],
  [{}],
  {},
);

/** Values that are valid, almost valid, or of another type. */
function createValues(root: Schema, schema: Schema): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 8, arbitrary: createFitting(root, schema) }, { weight: 1, arbitrary: strange });
}

function createFitting(root: Schema, schema: Schema): fc.Arbitrary<unknown> {
  const {
    $ref,
    oneOf,
    enum: allowed,
    type,
    items,
    properties,
    additionalProperties,
    minimum = -5,
    maximum = 5,
  } = schema;
  if (typeof $ref === 'string') return createValues(root, resolve(root, $ref));
  if (Array.isArray(oneOf)) return fc.oneof(...oneOf.map((each) => createValues(root, each)));
  if (Array.isArray(allowed)) return fc.constantFrom(...allowed, 418);
  switch ([type].flat()[0]) {
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.constantFrom(Number(minimum) - 1, minimum, 0.5, 1, maximum, Number(maximum) + 1);
    case 'string':
      return fc.constantFrom('discord', 'program_123', 'half-way', 'https://example.com/a.png', 'https://a b', '😀');
    case 'array':
      return fc.array(createValues(root, (items ?? {}) as Schema), { maxLength: 3 });
    default:
      return createObjects(root, (properties ?? {}) as Readonly<Record<string, Schema>>, additionalProperties);
  }
}

function createObjects(root: Schema, properties: Readonly<Record<string, Schema>>, additional: unknown) {
  const known = Object.entries(properties).map(([name, each]) => [name, createValues(root, each)]);
  const more = typeof additional === 'object' ? createValues(root, additional as Schema) : strange;
  const entries = { ...Object.fromEntries(known), 'not known': more, more };
  return fc.record(entries, { requiredKeys: [] }).chain((value) =>
    // Most values have no unknown property, and some have all known ones.
    fc.boolean().map((isExact) => {
      const { 'not known': _, more: __, ...exact } = value as Record<string, unknown>;
      return isExact && typeof additional !== 'object' ? exact : value;
    }),
  );
}

function resolve(root: Schema, reference: string): Schema {
  const { $defs } = root as { readonly $defs: Readonly<Record<string, Schema>> };
  return $defs[reference.replace(/^.*\//, '')] as Schema;
}
