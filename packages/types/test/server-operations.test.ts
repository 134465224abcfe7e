import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSchemaValidator, documentFile, listOperations, readDocument } from '@giftoin/openapi';
import { afterAll, expect, test } from 'vitest';
import { createServerOperations } from '../scripts/create-server-operations.ts';

const ok = { description: 'Done.', content: { 'application/json': { schema: {} } } };
const nodes = { type: 'array', items: { $ref: '#/components/schemas/Node' } };
const document = {
  openapi: '3.1.0',
  info: { title: 'Nodes', version: '1.0.0' },
  paths: {
    '/nodes': {
      get: {
        operationId: 'listNodes',
        parameters: [
          { name: 'ids', in: 'query', explode: false, schema: { type: 'array', items: { type: 'integer' } } },
          { name: 'size', in: 'query', schema: { enum: [1, 'all'] } },
        ],
        responses: { 200: ok },
      },
      post: {
        operationId: 'create node',
        requestBody: {
          required: true,
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Node' } } },
        },
        responses: { 201: { ...ok, headers: { Location: {} } }, 422: ok },
      },
      put: {
        operationId: 'replaceNodes',
        requestBody: { content: { 'application/json': { schema: { type: 'array', maxItems: 2 } } } },
        responses: { 204: { description: 'Done.' } },
      },
    },
  },
  components: {
    schemas: {
      Node: {
        type: 'object',
        description: 'A node.',
        required: ['default'],
        properties: { default: { type: 'string', example: 'a' }, kind: { enum: [{ $ref: 'a' }, 1] }, nodes },
        additionalProperties: false,
      },
    },
  },
};

const folder = await mkdtemp(join(tmpdir(), 'giftoin-types-'));
afterAll(() => rm(folder, { recursive: true }));

async function createOperations(value: unknown) {
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(value));
  const code = createServerOperations(await readDocument(file));
  return JSON.parse(code.slice(code.indexOf('['), code.lastIndexOf(']') + 1));
}

const [list, replace, create] = await createOperations(document);

test('contains what a server cannot read from the schema of a parameter', () => {
  expect(list.parameters).toEqual([
    {
      name: 'ids',
      in: 'query',
      required: false,
      schema: { type: 'array', items: { type: 'integer' } },
      separator: ',',
    },
    { name: 'size', in: 'query', required: false, schema: { enum: [1, 'all'] }, types: ['integer', 'string'] },
  ]);
});

test('contains the responses only if they are not a JSON body with 200', () => {
  expect(list).not.toHaveProperty('responses');
  const created = { status: 201, mediaType: 'application/json', headers: [{ name: 'Location' }] };
  expect(create.responses).toEqual([created, { status: 422, mediaType: 'application/json' }]);
  expect(replace.responses).toEqual([{ status: 204 }]);
});

test('contains request bodies with schemas that need no document', () => {
  expect(replace.requestBody).toEqual({
    required: false,
    mediaType: 'application/json',
    schema: { type: 'array', maxItems: 2 },
  });
  const { schema } = create.requestBody;
  expect(JSON.stringify(schema)).not.toMatch(/A node|example/);
  const validate = createSchemaValidator();
  const node = { default: 'a', kind: { $ref: 'a' }, nodes: [{ default: 'b', nodes: [] }] };
  expect(validate(schema, node)).toEqual([]);
  const paths = [
    { ...node, nodes: [{ default: 1 }] },
    { default: 'a', other: 1 },
  ].map((value) => validate(schema, value).map(({ path, message }) => `${path} ${message}`));
  expect(paths).toEqual([['nodes[0].default must be string'], [' must not have the property "other"']]);
});

test('has the operations of the document in its order', async () => {
  const giftoin = await readDocument(documentFile);
  const code = createServerOperations(giftoin);
  const operations = JSON.parse(code.slice(code.indexOf('['), code.lastIndexOf(']') + 1));
  expect(operations.map(({ operationId }: { operationId: string }) => operationId)).toEqual(
    listOperations(giftoin).map(({ operationId }) => operationId),
  );
});
