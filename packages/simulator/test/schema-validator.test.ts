/** The validator of the simulator finds what Ajv finds, in the same order and with the same messages. */
import { createSchemaValidator as createReference } from '@giftoin/openapi';
import { serverOperations } from '@giftoin/types/sandbox-control/server-operations';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSchemaValidator } from '../src/validation/create-schema-validator.ts';

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

test('does not accept a schema that it could not validate', () => {
  const validate = createSchemaValidator();
  expect(() => validate({ type: 'object', patternProperties: {} }, {})).toThrow(
    'the keyword patternProperties is not supported',
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
