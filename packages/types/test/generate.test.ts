import { readFile } from 'node:fs/promises';
import {
  createSchemaValidator,
  documentFile,
  type JsonObject,
  listOperations,
  readDocument,
  resolveReference,
  sandboxControlFile,
} from '@giftoin/openapi';
import * as types from '@giftoin/types';
import { schemas } from '@giftoin/types/response-schemas';
import { expect, test } from 'vitest';
import { describeParameter } from '../scripts/describe-parameter.ts';
import { generateFiles } from '../scripts/generate-files.ts';
import { findOpenSetValues } from '../scripts/open-set.ts';

test.each([
  [
    '',
    documentFile,
    ['schema.ts', 'paths.ts', 'names.ts', 'operations.ts', 'response-schemas.ts', 'examples.ts'] as const,
  ],
  ['sandbox-control/', sandboxControlFile, ['schema.ts', 'names.ts', 'server-operations.ts'] as const],
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
        expect.objectContaining({
          method: method.toUpperCase(),
          path,
          parameters: Object.fromEntries(parameters.map((parameter) => [parameter.name, parameter.in])),
        }),
      ]),
    ),
    parameterPatterns: expect.any(Object),
    parameterRules: expect.any(Object),
    productionOrigin: document.servers[0]?.url,
  });
});

test('the pattern of a path parameter matches its examples, and nothing that the schema rejects', async () => {
  const document = await readDocument();
  const validate = createSchemaValidator(document);
  const parameters = listOperations(document).flatMap((operation) => operation.parameters);
  // Path parameters that are numbers have no pattern, and a pattern does not express a format.
  const withPattern = parameters.filter((parameter) => parameter.in === 'path' && parameter.schema.pattern);
  const values = ['', '.', '..', '...', 'a', 'a b', 'a/b', 'ä', 'x'.repeat(32), 'x'.repeat(129), 'a\n'];
  for (const { name, schema, example } of withPattern) {
    const pattern = new RegExp(types.parameterPatterns[name as keyof typeof types.parameterPatterns]);
    const matches = [...values, String(example)].map((value) => [name, value, pattern.test(value)]);
    expect(matches).toEqual(
      [...values, String(example)].map((value) => [name, value, validate(schema, value).length === 0]),
    );
  }
});

test.each([
  [{ pattern: '^[a-z0-9_-]{1,32}$' }, 'It must be a string of 1 to 32 characters: lowercase letters, digits, _ and -.'],
  [{ pattern: '^[A-Za-z]{2,3}$' }, 'It must be a string of 2 to 3 characters: letters.'],
  [{ pattern: '^[a-f.]{1,3}$' }, 'It must be a string of 1 to 3 characters: a-f and .. It must not be "." or "..".'],
  [
    { pattern: '^[A-Z.:]{1,3}$', not: { enum: ['.', 'XXX'] } },
    'It must be a string of 1 to 3 characters: uppercase letters, . and :. It must not be "." or "XXX" or "..".',
  ],
  [{ pattern: '^(a|b)$', description: 'One of a and b.' }, 'It must be a string: One of a and b.'],
  [{ pattern: '^(a|b)$' }, 'It must be a string: see the pattern.'],
  [{}, 'It must be a string that is not empty. It must not be "." or "..".'],
])('describes what a parameter with the schema %j must be', (schema, description) => {
  expect(describeParameter(schema)).toBe(description);
});

test('keeps the patterns and ranges of responses', async () => {
  const document = await readDocument();
  const keywords = ['pattern', 'minimum', 'maximum'];
  const documented = Object.keys(schemas).flatMap((name) => {
    const { properties = {} } = (document.components.schemas as Record<string, JsonObject>)[name] as {
      properties?: Record<string, JsonObject>;
    };
    return Object.entries(properties).map(([property, schema]) => {
      const restrictions = Object.entries(resolveReference(document, schema)).filter(([key]) => keywords.includes(key));
      return [name, property, Object.fromEntries(restrictions)] as const;
    });
  });
  const restricted = documented.filter(([, , restrictions]) => Object.keys(restrictions).length > 0);
  expect(restricted.length).toBeGreaterThan(0);
  for (const [name, property, restrictions] of restricted) {
    expect([name, property, schemas[name]?.properties?.[property]]).toEqual([
      name,
      property,
      expect.objectContaining(restrictions),
    ]);
  }
});
