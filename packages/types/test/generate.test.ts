import { readFile } from 'node:fs/promises';
import {
  createSchemaValidator,
  documentFile,
  type JsonObject,
  listOperations,
  readDocument,
  sandboxControlFile,
} from '@giftoin/openapi';
import * as types from '@giftoin/types';
import { expect, test } from 'vitest';
import { generateFiles } from '../scripts/generate-files.ts';
import { findOpenSetValues } from '../scripts/open-set.ts';

test.each([
  [
    '',
    documentFile,
    ['schema.ts', 'paths.ts', 'names.ts', 'operations.ts', 'response-schemas.ts', 'examples.ts'] as const,
  ],
  ['sandbox-control/', sandboxControlFile, ['schema.ts', 'names.ts'] as const],
])('the committed files in generated/%s are up to date', async (folder, document, names) => {
  const generated = await generateFiles(document);
  for (const name of names) {
    expect(await readFile(new URL(`../src/generated/${folder}${name}`, import.meta.url), 'utf8')).toBe(generated[name]);
  }
});

test('finds the known values of open sets, and of no other schema', () => {
  expect(findOpenSetValues({ anyOf: [{ type: 'string', enum: ['rare'] }, { type: 'string' }] })).toEqual(['rare']);
  expect(findOpenSetValues({ anyOf: [{ type: 'string', enum: ['rare'] }] })).toBeUndefined();
  expect(findOpenSetValues({ anyOf: [{ type: 'string', enum: ['rare'] }, { type: 'null' }] })).toBeUndefined();
  expect(findOpenSetValues({ type: 'string', enum: ['rare'] })).toBeUndefined();
});

test('the package exports the known values of every open set, and what a client needs to send a request', async () => {
  const document = await readDocument();
  const operations = listOperations(document);
  const openSets = Object.entries(document.components.schemas as Record<string, JsonObject>).flatMap(
    ([name, schema]) => {
      const values = findOpenSetValues(schema);
      return values ? [[`${name.charAt(0).toLowerCase()}${name.slice(1)}Values`, values] as const] : [];
    },
  );
  const guards = openSets.map(([constant]) => {
    return `isKnown${constant.charAt(0).toUpperCase()}${constant.slice(1).replace(/Values$/, '')}`;
  });
  expect({ ...types }).toEqual({
    ...Object.fromEntries(openSets),
    ...Object.fromEntries(guards.map((name) => [name, expect.any(Function)])),
    apiKeyHeaders: operations[0]?.apiKeyHeaders,
    endpoints: Object.fromEntries(
      operations.map(({ operationId, method, path, parameters }) => [
        operationId,
        {
          method: method.toUpperCase(),
          path,
          parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.in])),
        },
      ]),
    ),
    parameterPatterns: expect.any(Object),
    productionOrigin: document.servers[0]?.url,
  });
});

test('the pattern of a path parameter matches its examples, and nothing that the schema rejects', async () => {
  const document = await readDocument();
  const validate = createSchemaValidator(document);
  const parameters = listOperations(document).flatMap((operation) => operation.parameters);
  const values = ['', '.', '..', '...', 'a', 'a b', 'a/b', 'ä', 'x'.repeat(32), 'x'.repeat(129), 'a\n'];
  for (const { name, schema, example } of parameters) {
    const pattern = new RegExp(types.parameterPatterns[name as keyof typeof types.parameterPatterns]);
    const matches = [...values, String(example)].map((value) => [name, value, pattern.test(value)]);
    expect(matches).toEqual(
      [...values, String(example)].map((value) => [name, value, validate(schema, value).length === 0]),
    );
  }
});
