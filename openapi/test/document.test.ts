import { readFile } from 'node:fs/promises';
import { DocumentError, documentFile, listOperations, readDocument } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { copyCardDocument } from './compatibility/card-document.ts';
import { withDocument } from './redocly.ts';

const text = await readFile(documentFile, 'utf8');
const readBroken = (broken: string) =>
  withDocument(broken, (file) =>
    readDocument(file).then(
      () => 'no error',
      (error: Error) => `${error.name}: ${error.message.replaceAll(file, 'FILE')}`,
    ),
  );

test('resolves the parameters, headers and responses of operations', () => {
  const [get] = listOperations(copyCardDocument());
  expect(get).toMatchObject({
    operationId: 'getCard',
    method: 'get',
    path: '/cards/{cardId}',
    apiKeyHeaders: ['x-key', 'key'],
    parameters: [
      { name: 'cardId', in: 'path', required: true, example: 'card_1', returnedAs: 'id' },
      { name: 'limit', in: 'query', required: false, example: undefined, returnedAs: undefined },
      { name: 'tag', in: 'query', required: false, example: undefined, returnedAs: undefined },
    ],
  });
  expect(get?.responses.map(({ status, requiredHeaders }) => [status, requiredHeaders])).toEqual([
    [200, ['ETag']],
    [404, []],
  ]);
});

test('orders the API key headers by their precedence, whatever the order of the requirements', () => {
  const document = copyCardDocument();
  Object.assign(document, { security: [{ second: [] }, { first: [] }] });
  Object.assign((document.components.securitySchemes as Record<string, object>).second ?? {}, { 'x-precedence': 2 });
  expect(listOperations(document)[0]?.apiKeyHeaders).toEqual(['x-key', 'key']);
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
    text.replace(/(\$ref: "#\/components\/schemas\/)\w+"/, '$1Rareness"'),
    'the reference #/components/schemas/Rareness cannot be resolved. Run `redocly lint FILE` to list all errors.',
  ],
])('rejects %s with an error in one line', async (_, broken, sentence) => {
  const message = await readBroken(broken);
  expect(message).toContain(`DocumentError: FILE: ${sentence}`);
  expect(message).not.toContain('\n');
});
