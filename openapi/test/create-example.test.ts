import { createExample, createSchemaValidator } from '@giftoin/openapi';
import { expect, test } from 'vitest';

const node = { $ref: '#/components/schemas/Node' };
const document = {
  components: {
    schemas: {
      Node: {
        type: 'object',
        required: ['id'],
        properties: { id: { type: 'integer', minimum: 5 }, next: node, children: { type: 'array', items: node } },
      },
      Cat: { type: 'object', required: ['kind'], properties: { kind: { type: 'string' }, lives: { type: 'integer' } } },
    },
  },
};

test.each([
  ['its example', { type: 'string', examples: ['a', 'b'] }, 'a'],
  ['its default', { type: 'integer', default: 20 }, 20],
  ['its constant', { const: null }, null],
  ['the first value of a closed set', { enum: [null, 'a', 'b'] }, 'a'],
  ['a string of its format', { type: 'string', format: 'date-time' }, '2025-01-31T12:00:00Z'],
  ['a string of its length', { type: 'string', minLength: 9, maxLength: 9 }, 'examplexx'],
  ['a number in its range', { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }, 0.5],
  ['a multiple', { type: 'integer', minimum: 7, multipleOf: 5 }, 10],
  ['items', { type: 'array', minItems: 2, items: { type: 'boolean' } }, [true, true]],
  ['a tuple', { type: 'array', prefixItems: [{ type: 'string' }, { type: 'integer' }], items: false }, ['example', 1]],
  [
    'required properties of a map',
    { type: 'object', required: ['a'], additionalProperties: { type: 'integer' } },
    { a: 1 },
  ],
  ['what is not null', { anyOf: [{ type: 'null' }, { type: 'integer' }] }, 1],
  [
    'all parts',
    { allOf: [{ properties: { a: { type: 'integer' } } }, { properties: { b: { const: 1 } } }] },
    { a: 1, b: 1 },
  ],
  ['a schema that contains itself', node, { id: 5 }],
  [
    'the value of a discriminator',
    {
      oneOf: [{ $ref: '#/components/schemas/Cat' }],
      discriminator: { propertyName: 'kind', mapping: { cat: '#/components/schemas/Cat' } },
    },
    { kind: 'cat', lives: 1 },
  ],
])('creates %s', (_, schema, value) => {
  expect(createExample(document, schema)).toEqual(value);
  expect(createSchemaValidator(document)(schema, value)).toEqual([]);
});

test('ends for a schema that requires itself', () => {
  const endless = {
    type: 'object',
    required: ['self'],
    properties: { self: { $ref: '#/components/schemas/Endless' } },
  };
  const value = createExample(
    { components: { schemas: { Endless: endless } } },
    { $ref: '#/components/schemas/Endless' },
  );
  expect(JSON.stringify(value).length).toBeLessThan(1000);
});
