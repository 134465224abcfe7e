import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generateFiles } from '../scripts/generate-files.ts';
import { toTypeName } from '../scripts/type-names.ts';

async function generate(parts: object) {
  const folder = await mkdtemp(join(tmpdir(), 'giftoin-names-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify({ openapi: '3.1.0', info: { title: 'Names', version: '1.0.0' }, ...parts }));
    return await generateFiles(file).then(
      () => [],
      (error: Error) => error.message.split('\n'),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

test.each([
  ['Card', 'Card'],
  ['Pet-Input', 'Pet_Input'],
  ['a.b', 'a_b'],
  ['3d', '_3d'],
  ['string', 'stringSchema'],
  ['OperationId', 'OperationIdSchema'],
  ['GiftoinClient', 'GiftoinClientSchema'],
])('the type of the schema %s is %s', (name, typeName) => {
  expect(toTypeName(name)).toBe(typeName);
});

const openSet = { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'string' }] };

test.each([
  [
    'two schemas with the same name in TypeScript',
    { 'a-b': {}, 'a.b': {} },
    ['#/components/schemas/a.b: Its name in TypeScript, a_b, belongs to the schema a-b too. Rename one.'],
  ],
  [
    'a schema with the name that another gets',
    { classSchema: {}, class: {} },
    [
      '#/components/schemas/class: Its name in TypeScript, classSchema, belongs to the schema classSchema too. Rename one.',
    ],
  ],
  [
    'two open sets that differ by case',
    { size: openSet, Size: openSet },
    ['#/components/schemas/Size: Its name in TypeScript, sizeValues, belongs to the schema size too. Rename one.'],
  ],
])('refuses %s', async (_, schemas, problems) => {
  expect(await generate({ components: { schemas } })).toEqual(problems);
});

test.each(['safe', 'raw', 'then', 'errors', 'constructor'])('refuses the operationId %s', async (operationId) => {
  const get = { operationId, responses: { 204: { description: 'Done.' } } };
  expect(await generate({ paths: { '/': { get } } })).toEqual([
    `GET /: The operationId ${operationId} is the name of another member of the client. Choose another one.`,
  ]);
});

test('accepts schemas that differ by case', async () => {
  expect(await generate({ components: { schemas: { user: {}, User: {} } } })).toEqual([]);
});

test('refuses what is not supported, before anything is generated', async () => {
  const get = { operationId: 'list', responses: { 200: { description: 'A file.', content: { 'text/csv': {} } } } };
  expect(await generate({ paths: { '/': { get } } })).toEqual([
    'GET /, response 200: The body is text/csv. Only JSON bodies are supported.',
  ]);
});
