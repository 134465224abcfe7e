import { readFile } from 'node:fs/promises';
import { DocumentError, documentFile, listOperations, readDocument, sandboxControlFile } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { json, readParts } from './grown-document.ts';

const readSchemas = async (schemas: object, parts: object = {}) =>
  (await readParts({ components: { schemas }, ...parts })).components.schemas;

test.each([documentFile, sandboxControlFile])(
  'the documents of this package are already normalized: %s',
  async (file) => {
    expect(JSON.stringify(await readDocument(file))).toBe(JSON.stringify(parse(await readFile(file, 'utf8'))));
  },
);

test('replaces references into paths, also encoded ones, and references of path items', async () => {
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const responses = { 200: { description: 'A pet.', ...json({ type: 'object', title: 'Pet' }) } };
  const schema = { $ref: '#/paths/~1pets~1%7Bid%7D/get/responses/200/content/application~1json/schema' };
  const document = await readParts({
    paths: {
      '/pets/{id}': { parameters: [id], get: { operationId: 'getPet', responses } },
      '/cats/{id}': {
        parameters: [{ $ref: '#/paths/~1pets~1%7Bid%7D/parameters/0' }],
        get: { operationId: 'getCat', responses: { 200: json({ ...schema, description: 'A cat.' }) } },
      },
      '/dogs/{id}': { $ref: '#/components/pathItems/Dog', summary: 'Dogs' },
    },
    components: { pathItems: { Dog: { parameters: [id], get: { operationId: 'getDog', responses } } } },
  });
  const [, cat, dog] = listOperations(document);
  expect(cat?.parameters[0]?.name).toBe('id');
  expect(cat?.responses[0]?.schema).toEqual({ type: 'object', title: 'Pet', description: 'A cat.' });
  expect([dog?.operationId, dog?.summary]).toEqual(['getDog', 'Dogs']);
});

test('moves the keywords beside a reference into allOf, and leaves annotations', async () => {
  const name = { type: 'string' };
  const schemas = {
    Name: name,
    Short: { $ref: '#/components/schemas/Name', maxLength: 3, description: 'Short.' },
    Described: { $ref: '#/components/schemas/Name', description: 'Any.' },
  };
  expect(await readSchemas(schemas)).toEqual({
    Name: name,
    Short: { description: 'Short.', allOf: [{ $ref: '#/components/schemas/Name' }, { maxLength: 3 }] },
    Described: schemas.Described,
  });
});

test('replaces `nullable` of OpenAPI 3.0 by the type null', async () => {
  const reference = { $ref: '#/components/schemas/Size' };
  const schemas = {
    Size: { type: 'string', enum: ['s', 'm'], nullable: true },
    MaybeSize: { ...reference, nullable: true },
    Any: { nullable: true },
    Name: { type: 'string', nullable: false },
  };
  expect(await readSchemas(schemas)).toEqual({
    Size: { type: ['string', 'null'], enum: ['s', 'm', null] },
    MaybeSize: { anyOf: [reference, { type: 'null' }] },
    Any: {},
    Name: { type: 'string' },
  });
});

test('copies a schema inside a component, and makes one that contains itself a component', async () => {
  const tree = { type: 'object', properties: { left: { $ref: '#/components/schemas/Forest/$defs/tree' } } };
  const size = { type: 'integer' };
  const schemas = {
    Forest: {
      type: 'object',
      $defs: { tree, size },
      properties: { size: { $ref: '#/components/schemas/Forest/$defs/size' } },
    },
    Tree: { $ref: '#/components/schemas/Forest/$defs/tree' },
  };
  const added = { $ref: '#/components/schemas/Forest__defs_tree' };
  expect(await readSchemas(schemas)).toMatchObject({
    Forest: { properties: { size } },
    Tree: added,
    Forest__defs_tree: { type: 'object', properties: { left: added } },
  });
});

test('a property can have the name of a keyword', async () => {
  const schemas = {
    Pet: { type: 'object', properties: { $ref: { type: 'string' }, value: { $ref: '#/components/schemas/Value' } } },
  };
  await expect(readSchemas(schemas)).rejects.toThrow('the reference #/components/schemas/Value cannot be resolved.');
});

test('an example can contain `$ref`, which is data', async () => {
  const schemas = { Pet: { type: 'object', examples: [{ $ref: 'nowhere' }], default: { $ref: 1 } } };
  expect(await readSchemas(schemas)).toEqual(schemas);
});

test.each([
  [
    'to another file',
    { A: { $ref: 'pets.yaml#/A' } },
    'the reference pets.yaml#/A leads to another file. Bundle the document first',
  ],
  ['to an anchor', { A: { $ref: '#a' } }, 'the reference #a cannot be resolved.'],
  [
    'with an invalid encoding',
    { A: { $ref: '#/components/schemas/%' } },
    'the reference #/components/schemas/% cannot be resolved.',
  ],
  [
    'to itself',
    { A: { $ref: '#/components/schemas/B' }, B: { $ref: '#/components/schemas/A' } },
    'the reference #/components/schemas/B is circular.',
  ],
])('refuses a reference %s', async (_, schemas, message) => {
  const error = await readSchemas(schemas).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(DocumentError);
  expect(String(error)).toContain(message);
});
