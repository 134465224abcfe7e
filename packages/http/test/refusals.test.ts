/** What the kit does not support prevents the start of a server: nothing is left out silently. */
import { createPipeline, type Operation } from '@giftoin/http';
import { expect, test } from 'vitest';

const text = { type: 'string' };
const query = { name: 'limit', in: 'query', required: false, schema: text };
const segment = { name: 'id', in: 'path', required: true, schema: text };
const body = { required: true, mediaType: 'application/json', schema: { type: 'object' } };

function create(...changes: Partial<Operation>[]) {
  const operations = changes.map((change, index) => ({
    operationId: `operation${index || ''}`,
    method: 'post',
    path: `/items${index || ''}`,
    parameters: [],
    apiKeyHeaders: [],
    ...change,
  }));
  return createPipeline({ operations, authenticate: () => undefined, handler: () => ({ status: 204 }) });
}

test.each<[string, Partial<Operation>[]]>([
  ['Two operations have the operationId operation.', [{}, { operationId: 'operation' }]],
  ['operation: the method fetch is not supported.', [{ method: 'fetch' }]],
  [
    'operation1 and operation match the same requests (POST /a/{}).',
    [
      { path: '/a/{id}', parameters: [segment] },
      { path: '/a/{key}', parameters: [{ ...segment, name: 'key' }] },
    ],
  ],
  ['operation: the path items does not start with a slash.', [{ path: 'items' }]],
  ['operation: the path /{id}/{id} contains the parameter id twice.', [{ path: '/{id}/{id}', parameters: [segment] }]],
  ['operation: the path /{id has a brace that is not part of a parameter.', [{ path: '/{id' }]],
  [
    'operation: the path /{id}{key} has two parameters without a character between them.',
    [{ path: '/{id}{key}', parameters: [segment, { ...segment, name: 'key' }] }],
  ],
  ['operation: the path /{id} has {id}, but the operation has no path parameter id.', [{ path: '/{id}' }]],
  ['operation: the path /items does not contain the path parameter id.', [{ parameters: [segment] }]],
  ['operation has two parameters with the name limit.', [{ parameters: [query, query] }]],
  [
    'operation has two parameters with the name x-key.',
    [
      {
        parameters: [
          { ...query, in: 'header', name: 'X-Key' },
          { ...query, in: 'header', name: 'x-key' },
        ],
      },
    ],
  ],
  [
    'operation: the parameter limit is in "cookie", which is not supported.',
    [{ parameters: [{ ...query, in: 'cookie' }] }],
  ],
  [
    'operation: the parameter limit has the pattern (, which is not a regular expression.',
    [{ parameters: [{ ...query, schema: { type: 'string', pattern: '(' } }] }],
  ],
  [
    "operation: the parameter limit has a schema that cannot be used: can't resolve reference openapi#/a from id #.",
    [{ parameters: [{ ...query, schema: { $ref: '#/a' } }] }],
  ],
  [
    'operation: the request body is text/plain, which is not supported. Use JSON.',
    [{ requestBody: { ...body, mediaType: 'text/plain' } }],
  ],
  ['operation: a GET request cannot have a body.', [{ method: 'get', requestBody: body }]],
  [
    "operation: the request body has a schema that cannot be used: can't resolve reference openapi#/a from id #.",
    [{ requestBody: { ...body, schema: { $ref: '#/a' } } }],
  ],
])('refuses: %s', async (message, operations) => {
  await expect(create(...operations)).rejects.toThrow(message);
});

test('accepts operations that differ in a literal, a method or a media type', async () => {
  const other = { method: 'delete', path: '/items/{id}.json', parameters: [segment] };
  const json = { requestBody: { ...body, mediaType: 'application/merge-patch+json; charset=utf-8' } };
  await expect(create({ path: '/items/{id}', parameters: [segment], ...json }, other)).resolves.toBeTypeOf('function');
});
