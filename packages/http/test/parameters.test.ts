import { createSchemaValidator } from '@giftoin/openapi';
import { expect, test } from 'vitest';
import type { OperationParameter, ValidateSchema } from '../src/operation.ts';
import type { ParameterSources } from '../src/parameter-text.ts';
import { createParameterReader } from '../src/parameters.ts';

const validate: ValidateSchema = createSchemaValidator();
const noValidator: ValidateSchema = () => {
  throw new Error('A string with a pattern needs no validator.');
};

type Parameter = Partial<OperationParameter> & Pick<OperationParameter, 'name' | 'in'>;

function createReader(parameters: readonly Parameter[], validator = validate) {
  const complete = parameters.map((parameter) => ({ required: false, schema: { type: 'string' }, ...parameter }));
  const operation = { operationId: 'test', method: 'get', path: '/', apiKeyHeaders: [], parameters: complete };
  const read = createParameterReader(operation, validator);
  return (sources: Partial<ParameterSources>) => read({ segments: new Map(), query: '', headers: {}, ...sources });
}

const user = { name: 'user', in: 'path', required: true, schema: { type: 'string', pattern: '^[a-z%]+$' } };
const limit = { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1 } };

test('reads each parameter from its place, with the type of its schema', () => {
  const read = createReader([
    user,
    limit,
    { name: 'tags', in: 'query', schema: { type: 'array', items: { type: 'number' } } },
    { name: 'all', in: 'query', schema: { type: 'boolean' } },
    { name: 'X-Trace', in: 'header' },
  ]);
  const sources = {
    segments: new Map([['user', 'a%25b']]),
    query: 'limit=10&tags=1&tags=2.5&all=true&unknown=1',
    headers: { 'x-trace': 't' },
  };
  expect({ ...read(sources).values }).toEqual({ user: 'a%b', limit: 10, tags: [1, 2.5], all: true, 'X-Trace': 't' });
});

test('omits an absent parameter, unless it has a default', () => {
  const read = createReader([limit, { name: 'page', in: 'query', schema: { type: 'integer', default: 1 } }]);
  expect({ ...read({}).values }).toEqual({ page: 1 });
});

test.each<[string, Parameter, Partial<ParameterSources>]>([
  ['The parameter user is missing.', user, { segments: new Map([['user', '']]) }],
  ['The parameter user is not percent-encoded UTF-8.', user, { segments: new Map([['user', '%ff']]) }],
  ['The parameter user does not match ^[a-z%]+$.', user, { segments: new Map([['user', 'SECRET']]) }],
  ['The parameter limit is missing.', { ...limit, required: true }, {}],
  ['The parameter limit must be integer.', limit, { query: 'limit=x' }],
  ['The parameter limit must be >= 1.', limit, { query: 'limit=0' }],
  ['The parameter limit is sent more than once.', limit, { query: 'limit=1&limit=2' }],
  [
    'The parameter dots must not be "." or "..".',
    { name: 'dots', in: 'query', schema: { type: 'string', not: { enum: ['.', '..'] } } },
    { query: 'dots=%2E%2E' },
  ],
])('reports: %s', (problem, parameter, sources) => {
  expect(createReader([parameter])(sources)).toEqual({ problem });
});

test('validates strings with a pattern without a schema validator', () => {
  const schema = { ...user.schema, description: 'A user.', not: { enum: ['me'] }, 'x-source': 'ours' };
  const read = createReader([{ ...user, schema }], noValidator);
  expect(read({ segments: new Map([['user', 'you']]) }).problem).toBeUndefined();
  expect(read({ segments: new Map([['user', 'me']]) }).problem).toBe('The parameter user must not be "me".');
});

test('splits an array at its separator before it decodes the items', () => {
  const array = { schema: { type: 'array', items: { type: 'string' } } };
  const read = createReader([
    { ...array, name: 'ids', in: 'path', separator: ',' },
    { ...array, name: 'commas', in: 'query', separator: ',' },
    { ...array, name: 'pipes', in: 'query', separator: '|' },
    { ...array, name: 'X-Names', in: 'header', separator: ',' },
  ]);
  const sources = {
    segments: new Map([['ids', 'a,b%2Cc']]),
    query: 'commas=a,b%2Cc&pipes=a,b%7Cc',
    headers: { 'x-names': 'a ,b, c' },
  };
  const values = { ids: ['a', 'b,c'], commas: ['a', 'b,c'], pipes: ['a,b', 'c'], 'X-Names': ['a', 'b', 'c'] };
  expect({ ...read(sources).values }).toEqual(values);
});

test('converts a text by the types of the model, and keeps it if only the text is valid', () => {
  const schema = {
    anyOf: [
      { type: 'integer', maximum: 10 },
      { type: 'string', pattern: '^[0-9]{5}$' },
    ],
  };
  const read = createReader([{ name: 'code', in: 'query', schema, types: ['integer', 'string'] }]);
  expect(read({ query: 'code=7' }).values?.code).toBe(7);
  expect(read({ query: 'code=01234' }).values?.code).toBe('01234');
  expect(read({ query: 'code=11' }).problem).toBe('The parameter code must be <= 10.');
});

test('passes a parameter named like a property of every object', () => {
  const read = createReader([{ name: '__proto__', in: 'query' }]);
  expect(Object.entries(read({ query: '__proto__=x' }).values ?? {})).toEqual([['__proto__', 'x']]);
});

test('refuses operations that it does not support', () => {
  expect(() => createReader([{ name: 'session', in: 'cookie' }])).toThrow(
    'test: the parameter session is in "cookie", which is not supported.',
  );
  expect(() => createReader([limit, { ...user, name: 'limit' }])).toThrow(
    'test has two parameters with the name limit.',
  );
});
