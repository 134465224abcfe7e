import { readFile } from 'node:fs/promises';
import { DocumentError, documentFile, listOperations, readDocument } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { edit, withDocument } from './redocly.ts';

const text = await readFile(documentFile, 'utf8');
const readBroken = (broken: string) =>
  withDocument(broken, (file) =>
    readDocument(file).then(
      () => 'no error',
      (error: Error) => `${error.name}: ${error.message.replaceAll(file, 'FILE')}`,
    ),
  );

test('resolves the parameters, headers and responses of operations', async () => {
  const [, one] = listOperations(await readDocument());
  expect(one).toMatchObject({
    operationId: 'getCollectionChallengeProgress',
    method: 'get',
    path: '/api/v1/users/{platform}/{platformUserId}/progress/collection-challenges/{programId}',
    apiKeyHeaders: ['x-gft_api_key', 'x-gft-api-key', 'gft-api-key'],
    parameters: [
      { name: 'platform', in: 'path', required: true, example: 'discord', returnedAs: undefined },
      { name: 'platformUserId', in: 'path', required: true, example: '123456789012345678', returnedAs: undefined },
      { name: 'programId', in: 'path', required: true, example: 'program_123', returnedAs: 'id' },
    ],
  });
  expect(one?.responses.map(({ status, requiredHeaders }) => [status, requiredHeaders])).toEqual([
    [200, []],
    [400, []],
    [401, []],
    [402, []],
    [403, []],
    [404, []],
    [429, ['Retry-After']],
    [500, []],
  ]);
});

test('names a document that does not exist', async () => {
  const missing = 'no-such-folder/openapi.yaml';
  await expect(readDocument(missing)).rejects.toEqual(
    new DocumentError(`${missing}: cannot be read (ENOENT). Give the path of an OpenAPI document.`),
  );
});

test.each([
  ['a document that is not YAML', 'a: [1', 'is not valid YAML. Flow sequence in block collection must be'],
  ['a list', '[]', 'is not an OpenAPI document.'],
  ['an OpenAPI 3.0 document', 'openapi: 3.0.3', 'is not an OpenAPI 3.1 document: `openapi` is "3.0.3".'],
  ['a document without a version', '{}', 'is not an OpenAPI 3.1 document: `openapi` is missing.'],
  ['a document without paths', 'openapi: 3.1.0\ninfo: {}', 'has no object `paths`.'],
  [
    'a document with an unresolved reference',
    edit(text, '$ref: "#/components/schemas/CardRarity"', '$ref: "#/components/schemas/Rareness"'),
    'the reference #/components/schemas/Rareness cannot be resolved. Run `redocly lint FILE` to list all errors.',
  ],
])('rejects %s with an error in one line', async (_, broken, sentence) => {
  const message = await readBroken(broken);
  expect(message).toContain(`DocumentError: FILE: ${sentence}`);
  expect(message).not.toContain('\n');
});
