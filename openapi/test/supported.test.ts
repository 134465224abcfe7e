import { checkSupported, DocumentError, listOperations } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { json, readOperationParts, readParts } from './grown-document.ts';

const listProblems = async (read: Promise<Parameters<typeof checkSupported>[0]>) => {
  const document = await read;
  try {
    checkSupported(document);
    return [];
  } catch (error) {
    if (!(error instanceof DocumentError)) throw error;
    expect(error.message).toBe(error.problems.map(({ place, reason }) => `${place}: ${reason}`).join('\n'));
    expect(() => listOperations(document)).toThrow(error.message);
    return error.message.split('\n');
  }
};
const place = 'POST /pets/{petId}';
const parameter = (more: object) => ({
  parameters: [{ name: 'filter', in: 'query', schema: { type: 'string' }, ...more }],
});
const ok = { 204: { description: 'Done.' } };

test.each([
  ['a missing operationId', { operationId: undefined }, 'The operation has no operationId. Add one.'],
  [
    'a cookie parameter',
    parameter({ in: 'cookie' }),
    ', parameter filter: A parameter in "cookie" is not supported. Use path, query or header.',
  ],
  [
    'the style deepObject',
    parameter({ style: 'deepObject' }),
    ', parameter filter: The style deepObject is not supported. A parameter in query can have the style form, spaceDelimited, pipeDelimited.',
  ],
  [
    'the style label',
    { parameters: [{ name: 'petId', in: 'path', required: true, style: 'label' }] },
    ', parameter petId: The style label is not supported. A parameter in path can have the style simple.',
  ],
  [
    'an exploded style',
    parameter({ style: 'pipeDelimited', explode: true, schema: { type: 'array' } }),
    ', parameter filter: The style pipeDelimited with `explode: true` is not supported. Use `explode: false`.',
  ],
  [
    'a parameter with content',
    parameter({ content: {}, schema: undefined }),
    ', parameter filter: A parameter with `content` is not supported. Describe its value with `schema`.',
  ],
  [
    'a parameter that is an object',
    parameter({ schema: { type: 'object' } }),
    ', parameter filter: A parameter cannot be an object. Use one parameter for each property, or a request body.',
  ],
  [
    'an array of objects',
    parameter({ schema: { type: 'array', items: { type: 'object' } } }),
    ', parameter filter: The items of an array in a parameter must be strings, numbers or booleans.',
  ],
  [
    'an array or a string',
    parameter({ schema: { oneOf: [{ type: 'array' }, { type: 'string' }] } }),
    ', parameter filter: A parameter that can be an array or a single value is not supported. Use an array.',
  ],
  [
    'allowReserved',
    parameter({ allowReserved: true }),
    ', parameter filter: `allowReserved` is not supported. Remove it.',
  ],
  [
    'the same name in two places',
    parameter({ name: 'petId' }),
    ', parameter petId: This operation has the parameter in path and in query. Callers give parameters by name, so names must differ.',
  ],
  [
    'the same parameter twice',
    { parameters: [...parameter({}).parameters, ...parameter({}).parameters] },
    ', parameter filter: Two parameters in query have this name. Remove one.',
  ],
  [
    'a parameter `body` beside a body',
    { ...parameter({ name: 'body' }), requestBody: json({}) },
    ', parameter body: Callers give the request body by the name `body`. Rename the parameter.',
  ],
  [
    'a path parameter that the path does not contain',
    { parameters: [{ name: 'id', in: 'path', required: true }] },
    ': The path does not contain the path parameter id. Add {id}, or remove the parameter.',
  ],
  [
    'an optional path parameter',
    { parameters: [{ name: 'petId', in: 'path' }] },
    ', parameter petId: A path parameter is always required. Add `required: true`.',
  ],
  [
    'an idempotency key in the query',
    parameter({ 'x-idempotency-key': true }),
    ', parameter filter: An idempotency key is sent in a header. Use `in: header`, or remove `x-idempotency-key`.',
  ],
  [
    'a request body that is not JSON',
    { requestBody: { content: { 'multipart/form-data': {} } } },
    ', request body: The body is multipart/form-data. Only JSON bodies are supported.',
  ],
  [
    'a response that is not JSON',
    { responses: { 200: { content: { 'text/csv': {}, 'text/html': {} } } } },
    ', response 200: The body is text/csv or text/html. Only JSON bodies are supported.',
  ],
  [
    'a response name',
    { responses: { ...ok, ok: {} } },
    ': The response "ok" is not a status code. Use three digits, for example "200", or "default".',
  ],
  [
    'no success',
    { responses: { default: {}, 301: {} } },
    ': No response has a status code from 200 to 299. Document the response of a success.',
  ],
  [
    'a header with content',
    { responses: { 204: { headers: { A: { content: {} } } } } },
    ', response 204, header A: A header with `content` is not supported. Use `schema`.',
  ],
  [
    'servers of an operation',
    { servers: [] },
    ': An operation with `servers` is not supported. Use the servers of the document.',
  ],
  ['x-retryable that is no boolean', { 'x-retryable': 'yes' }, ': `x-retryable` must be true or false.'],
  [
    'an unknown pagination',
    {
      'x-pagination': { kind: 'offset', parameter: 'filter', items: '' },
      ...parameter({}),
      responses: { 200: json({ type: 'object' }) },
    },
    ', x-pagination: `items` () must lead to an array.',
  ],
  [
    'a pagination with an unknown parameter',
    { 'x-pagination': { kind: 'offset', parameter: 'skip', items: '' }, responses: { 200: json({ type: 'array' }) } },
    ', x-pagination: `parameter` must be the name of a query parameter of the operation, got "skip".',
  ],
  [
    'a pagination that leads nowhere',
    {
      'x-pagination': { kind: 'cursor', parameter: 'filter', items: '', next: '/next' },
      ...parameter({}),
      responses: { 200: json({ type: 'array' }) },
    },
    ', x-pagination: `next`: the schema of the response has no /next.',
  ],
  [
    'an unknown security scheme',
    { security: [{ key: [] }] },
    ': The security scheme key does not exist. Add it to components/securitySchemes.',
  ],
])('refuses %s', async (_, parts, reason) => {
  const expected = reason.startsWith(',') || reason.startsWith(':') ? place + reason : `${place}: ${reason}`;
  expect(await listProblems(readOperationParts(parts))).toEqual([expected]);
});

const get = (operationId: string) => ({ operationId, responses: ok });

test('refuses paths and names that are not unique', async () => {
  const id = (name: string) => ({ parameters: [{ name, in: 'path', required: true }] });
  const paths = {
    '/pets/{id}': { ...id('id'), get: get('getPet') },
    '/pets/{petId}': { ...id('petId'), put: get('getPet') },
    '/pets?all': { get: get('listPets') },
    '/cats': { servers: [], get: get('listCats') },
  };
  expect(await listProblems(readParts({ paths }))).toEqual([
    '/pets?all: A path cannot contain a query or a fragment. Use query parameters.',
    '/cats: A path with `servers` is not supported. Use the servers of the document.',
    'PUT /pets/{petId}: The operationId getPet belongs to GET /pets/{id} too. Choose another one.',
    'PUT /pets/{petId}: This path and /pets/{id} match the same URLs. Use the same parameter names.',
  ]);
});

test('refuses a GET request with a body', async () => {
  const paths = { '/pets': { get: { ...get('listPets'), requestBody: json({}) } } };
  expect(await listProblems(readParts({ paths }))).toEqual(['GET /pets: A GET request cannot have a body.']);
});

test.each([
  ['$id', { $id: 'https://example.com/pet' }, ': `$id` is not supported. Refer to schemas with `$ref`.'],
  [
    '$anchor',
    { properties: { a: { $anchor: 'a' } } },
    '/properties/a: `$anchor` is not supported. Refer to schemas with `$ref`.',
  ],
  [
    'another dialect',
    { $schema: 'http://json-schema.org/draft-07/schema#' },
    ': The JSON Schema dialect http://json-schema.org/draft-07/schema# is not supported. Use the dialect of OpenAPI 3.1.',
  ],
  [
    'an invalid keyword',
    { properties: { a: { type: 'integer', exclusiveMinimum: true } } },
    '/properties/a/exclusiveMinimum: The schema is not valid JSON Schema 2020-12: must be number.',
  ],
  [
    'an invalid pattern',
    { type: 'string', pattern: '(?i)a' },
    ': The pattern "(?i)a" is not a JavaScript regular expression with the flag u.',
  ],
  [
    'a mapping that leads nowhere',
    { oneOf: [], discriminator: { propertyName: 'kind', mapping: { a: 'Missing' } } },
    '',
  ],
  [
    'a schema that contains itself',
    { allOf: [{ $ref: '#/components/schemas/Pet' }] },
    ': The schema contains itself without a property or an item in between, so that no value can be validated.',
  ],
])('refuses a schema with %s', async (_, schema, reason) => {
  const problems = await listProblems(readParts({ components: { schemas: { Pet: schema } } }));
  if (reason) expect(problems).toEqual([`#/components/schemas/Pet${reason}`]);
  else
    expect(problems).toContain(
      '#/components/schemas/Pet: The mapping of the discriminator leads to Missing, which does not exist.',
    );
});

test('refuses the name of a schema that OpenAPI does not allow', async () => {
  expect(await listProblems(readParts({ components: { schemas: { 'A B': {} } } }))).toEqual([
    '#/components/schemas/A B: The name of a schema can contain only letters, digits, `.`, `-` and `_`.',
  ]);
});

test.each([
  [
    'several methods',
    { post: {}, put: {} },
    ': A webhook with several methods is not supported. Use one webhook for each.',
  ],
  [
    'a body that is not JSON',
    { post: { requestBody: { content: { 'text/plain': {} } } } },
    ', request body: The body is text/plain. Only JSON bodies are supported.',
  ],
])('refuses a webhook with %s', async (_, webhook, reason) => {
  expect(await listProblems(readParts({ webhooks: { created: webhook } }))).toEqual([`webhook created${reason}`]);
});

test('lists all problems of a document at once', async () => {
  const problems = await listProblems(
    readOperationParts({ operationId: undefined, ...parameter({ in: 'cookie' }), responses: {} }),
  );
  expect(problems).toHaveLength(3);
});
