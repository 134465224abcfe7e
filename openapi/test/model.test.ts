import { findResponse, listNotes, listOperations, listServers, listWebhooks } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import { json, readOperationParts, readParts } from './grown-document.ts';

const readOperation = async (...parts: Parameters<typeof readOperationParts>) => {
  const [operation] = listOperations(await readOperationParts(...parts));
  if (!operation) throw new Error('The document has no operation.');
  return operation;
};
const query = (name: string, schema: unknown, more = {}) => ({ name, in: 'query', schema, ...more });

test('reads how parameters are written into a URL', async () => {
  const nullable = { anyOf: [{ type: 'integer' }, { type: 'null' }] };
  const strings = { type: 'array', items: { type: 'string' } };
  const { parameters } = await readOperation({
    parameters: [
      query('limit', nullable),
      query('tag', strings),
      query('csv', strings, { explode: false }),
      query('pipes', strings, { style: 'pipeDelimited', explode: false }),
      query('sort', { enum: ['name', 'age'] }, { required: true }),
      { name: 'X-Ids', in: 'header', schema: { type: 'array', items: { type: 'integer' } } },
      { name: 'petId', in: 'path', required: true, schema: { type: 'integer' } },
    ],
  });
  expect(parameters.map(({ name, types, isArray, separator }) => [name, types, isArray, separator])).toEqual([
    ['petId', ['integer'], false, undefined],
    ['limit', ['integer'], false, undefined],
    ['tag', ['string'], true, undefined],
    ['csv', ['string'], true, ','],
    ['pipes', ['string'], true, '|'],
    ['sort', ['string'], false, undefined],
    ['X-Ids', ['integer'], true, ','],
  ]);
});

test('leaves out the headers that the specification reserves, with a note', async () => {
  const parts = { parameters: [{ name: 'Accept', in: 'header', schema: { type: 'string' } }] };
  const { parameters } = await readOperation(parts);
  expect(parameters.map(({ name }) => name)).toEqual(['petId']);
  expect(listNotes(await readOperationParts(parts))).toEqual([
    {
      place: 'POST /pets/{petId}, parameter Accept',
      reason: 'This header is not a parameter: the OpenAPI specification reserves it.',
    },
  ]);
});

test('reads the JSON request body with its examples, and notes the other media types', async () => {
  const parts = {
    requestBody: {
      required: true,
      content: {
        'multipart/form-data': { schema: {} },
        'application/merge-patch+json; charset=utf-8': {
          schema: { $ref: '#/components/schemas/Pet' },
          examples: { dog: { $ref: '#/components/examples/Dog' }, cat: { value: null } },
        },
      },
    },
  };
  const components = {
    schemas: { Pet: { type: 'object' } },
    examples: { Dog: { summary: 'A dog', value: { name: 'Rex' } } },
  };
  const { requestBody, requestSchema } = await readOperation(parts, components);
  expect(requestBody).toEqual({
    required: true,
    mediaType: 'application/merge-patch+json; charset=utf-8',
    schema: { $ref: '#/components/schemas/Pet' },
    examples: new Map<string, unknown>([
      ['dog', { name: 'Rex' }],
      ['cat', null],
    ]),
    namedExamples: [
      { name: 'dog', summary: 'A dog', description: undefined, value: { name: 'Rex' } },
      { name: 'cat', summary: undefined, description: undefined, value: null },
    ],
    description: undefined,
  });
  expect(requestSchema).toBe(requestBody?.schema);
  expect(listNotes(await readOperationParts(parts, components))).toEqual([
    {
      place: 'POST /pets/{petId}, request body',
      reason: 'The body can also be multipart/form-data. Only application/merge-patch+json; charset=utf-8 is used.',
    },
  ]);
});

test.each([
  ['`example`', { example: { id: 1 } }, {}],
  ['the schema', {}, { examples: [{ id: 1 }, { id: 2 }] }],
])('gives a single example from %s the name `example`', async (_, media, schema) => {
  const { responses } = await readOperation({ responses: { 201: json({ type: 'object', ...schema }, media) } });
  expect(responses[0]?.examples).toEqual(new Map([['example', { id: 1 }]]));
});

test('finds the response of a status code', async () => {
  const response = (description: string) => ({ description });
  const operation = await readOperation({
    responses: {
      201: response('created'),
      404: response('not found'),
      '4XX': response('refused'),
      default: response('other'),
    },
  });
  const descriptions = [200, 201, 404, 409, 503].map((status) => findResponse(operation, status)?.description);
  expect(descriptions).toEqual([undefined, 'created', 'not found', 'refused', 'other']);
});

test('a response 2XX stands for 200 too', async () => {
  const operation = await readOperation({ responses: { '2XX': { description: 'Done.' } } });
  expect(operation.responses.map(({ status }) => status)).toEqual([200]);
  expect(operation.responseRanges.map(({ name, from, to }) => [name, from, to])).toEqual([['2XX', 200, 299]]);
});

test('reads the headers of responses', async () => {
  const headers = {
    Location: { required: true, schema: { $ref: '#/components/schemas/Uri' } },
    'X-Total': { schema: { type: 'integer' } },
  };
  const components = { schemas: { Uri: { type: 'string', format: 'uri' } } };
  const { responses } = await readOperation({ responses: { 201: { description: 'Created.', headers } } }, components);
  expect(responses[0]?.headers).toEqual([
    { name: 'Location', required: true, schema: { type: 'string', format: 'uri' } },
    { name: 'X-Total', required: false, schema: { type: 'integer' } },
  ]);
  expect(responses[0]?.requiredHeaders).toEqual(['Location']);
});

const page = {
  type: 'object',
  properties: { data: { type: 'array', items: {} }, paging: { $ref: '#/components/schemas/Paging' } },
};
const paging = { type: 'object', properties: { next: { type: ['string', 'null'] } } };

test('reads the pagination by cursor and by offset', async () => {
  const cursor = { kind: 'cursor', parameter: 'after', next: '/paging/next', items: '/data', limit: 'limit' };
  const parameters = [query('after', { type: 'string' }), query('limit', { type: 'integer' })];
  const responses = { 200: json(page) };
  const components = { schemas: { Paging: paging } };
  const byCursor = await readOperation({ parameters, responses, 'x-pagination': cursor }, components);
  expect(byCursor.pagination).toEqual(cursor);
  const offset = { kind: 'offset', parameter: 'skip', items: '' };
  const list = { 200: json({ type: 'array', items: {} }) };
  const byOffset = await readOperation({
    parameters: [query('skip', { type: 'integer' })],
    responses: list,
    'x-pagination': offset,
  });
  expect(byOffset.pagination).toEqual({ ...offset, limit: undefined });
});

test.each([
  ['GET', {}, true],
  ['POST', {}, false],
  ['POST with x-retryable', { 'x-retryable': true }, true],
  ['PUT', {}, false],
  ['DELETE', {}, false],
  ['GET with x-retryable: false', { 'x-retryable': false }, false],
  ['POST with an idempotency key', { parameters: [{ name: 'idempotency-key', in: 'header' }] }, true],
  [
    'POST with another idempotency key',
    { parameters: [{ name: 'X-Once', in: 'header', 'x-idempotency-key': true }] },
    true,
  ],
  [
    'POST with a header that is no idempotency key',
    { parameters: [{ name: 'Idempotency-Key', in: 'header', 'x-idempotency-key': false }] },
    false,
  ],
])('knows whether %s can be retried', async (name, parts, isRetryable) => {
  const [method = ''] = name.toLowerCase().split(' ');
  const operation = { operationId: 'call', responses: { 204: { description: 'Done.' } }, ...parts };
  const document = await readParts({ paths: { '/calls': { [method]: operation } } });
  expect(listOperations(document)[0]?.isRetryable).toBe(isRetryable);
});

test('the parameters of an operation replace those of its path item', async () => {
  const { parameters } = await readOperation({
    parameters: [{ name: 'petId', in: 'path', required: true, schema: { type: 'string', pattern: '^p' } }],
  });
  expect(parameters.map(({ name, schema }) => [name, schema])).toEqual([['petId', { type: 'string', pattern: '^p' }]]);
});

test('reads the texts, sources and examples of parameters, responses, headers and API keys', async () => {
  const ours = { 'x-source': 'ours' };
  const operation = await readOperation(
    {
      security: [{ second: [] }, { first: [] }],
      parameters: [
        query('limit', { type: 'integer', ...ours }),
        query('name', { type: 'string' }, { 'x-source': 'docs' }),
      ],
      responses: {
        200: {
          description: 'The pet.',
          ...ours,
          headers: { ETag: { description: 'The version.', example: '"1"', schema: { type: 'string', ...ours } } },
        },
      },
    },
    {
      securitySchemes: {
        first: { type: 'apiKey', in: 'header', name: 'key', 'x-precedence': 1 },
        second: { type: 'apiKey', in: 'header', name: 'x-key', description: 'The best.', 'x-precedence': 2, ...ours },
      },
    },
  );
  const sources = operation.parameters.map(({ name, source }) => [name, source]);
  expect(sources).toEqual(
    expect.arrayContaining([
      ['limit', 'ours'],
      ['name', 'docs'],
    ]),
  );
  expect(operation.responses[0]).toMatchObject({
    source: 'ours',
    headers: [{ name: 'ETag', description: 'The version.', example: '"1"', source: 'ours' }],
  });
  expect(operation.apiKeyHeaders).toEqual(['key', 'x-key']);
  expect(operation.apiKeys).toEqual([
    { header: 'x-key', description: 'The best.', source: 'ours' },
    { header: 'key', description: undefined, source: undefined },
  ]);
});

test('reads webhooks, also of a document without paths', async () => {
  const document = await readParts({
    webhooks: {
      'pet.created': {
        post: { summary: 'A pet was created.', requestBody: json({ type: 'object' }, { example: {} }) },
      },
    },
  });
  expect(listOperations(document)).toEqual([]);
  expect(listWebhooks(document)).toEqual([
    {
      name: 'pet.created',
      method: 'post',
      mediaType: 'application/json',
      schema: { type: 'object' },
      examples: new Map([['example', {}]]),
      namedExamples: [{ name: 'example', summary: undefined, description: undefined, value: {} }],
      deprecated: false,
      summary: 'A pet was created.',
      description: undefined,
    },
  ]);
});

test('lists the URLs of the servers', async () => {
  const servers = [
    { url: 'https://{region}.example.com/v1/', variables: { region: { default: 'eu', enum: ['eu', 'us'] } } },
    { url: '/v1' },
    { url: 'http://127.0.0.1:4010' },
  ];
  expect(listServers(await readParts({ servers, paths: {} }))).toEqual([
    'https://eu.example.com/v1',
    'http://127.0.0.1:4010',
  ]);
});
