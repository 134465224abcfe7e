import { createSchemaValidator, type JsonObject } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { createSampleValues } from '../src/model/sample-value.ts';

const document: JsonObject = {
  components: {
    schemas: {
      Cat: {
        type: 'object',
        required: ['kind', 'lives'],
        properties: { kind: { type: 'string' }, lives: { const: 9 } },
      },
      Dog: {
        type: 'object',
        required: ['barks'],
        properties: { kind: { type: 'string' }, barks: { type: 'boolean' } },
      },
      Pet: {
        oneOf: [{ $ref: '#/components/schemas/Cat' }, { $ref: '#/components/schemas/Dog' }],
        discriminator: { propertyName: 'kind', mapping: { feline: '#/components/schemas/Cat' } },
      },
      Tree: {
        type: 'object',
        required: ['name'],
        properties: {
          name: { type: 'string' },
          children: { type: 'array', items: { $ref: '#/components/schemas/Tree' } },
        },
      },
    },
  },
};
const createSample = createSampleValues(document, createSchemaValidator(document));
const small = { hasOptional: false, seed: 7 };

test.each<[schema: JsonObject, expected: unknown]>([
  [{ $ref: '#/components/schemas/Pet' }, { kind: 'feline', lives: 9 }],
  [{ $ref: '#/components/schemas/Tree' }, { name: 'sample-7' }],
  [{ allOf: [{ required: ['a'], properties: { a: { type: 'null' } } }, { type: 'object' }] }, { a: null }],
  [{ type: 'object', minProperties: 1, properties: { a: { type: 'integer', minimum: 3 } } }, { a: 3 }],
  [
    { type: 'object', minProperties: 2, additionalProperties: { type: 'boolean' } },
    { key0: true, key1: true },
  ],
  [{ type: ['null', 'number'], exclusiveMinimum: 4, multipleOf: 3 }, 9],
  [{ type: 'array', minItems: 2, items: { enum: ['x'] } }, ['x', 'x']],
  [{ type: 'array', prefixItems: [{ type: 'string', format: 'date' }] }, ['2026-01-31']],
  [{ anyOf: [{ type: 'string', pattern: '^never$', maxLength: 1 }, { type: 'boolean' }] }, true],
  [{ type: 'string', default: 'given' }, 'given'],
  [{ type: 'string', not: {} }, undefined],
])('%j has the sample %j', (schema, expected) => {
  expect(createSample(schema, small)).toEqual(expected);
});

test('a pattern has a sample that matches it', () => {
  expect(createSample({ type: 'string', pattern: '^[A-Z]{3}-\\d+$' }, small)).toMatch(/^[A-Z]{3}-\d+$/);
});

test('a schema that contains itself has a finite sample with its optional properties', () => {
  const sample = createSample({ $ref: '#/components/schemas/Tree' }, { hasOptional: true, seed: 7 });
  expect(sample).toMatchObject({ name: 'sample-7', children: [{ name: 'sample-7' }] });
});
