import { startMock } from '@giftoin/mock';
import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';
import { afterAll, describe, expect, test } from 'vitest';
import { key, list, one, send, sendRaw } from './request.ts';

const operations = listOperations(await readDocument());
const examples = operations.map(({ responses }) => responses.find(({ status }) => status === 200)?.examples);
const [listExamples, oneExamples] = examples;
const page = oneExamples?.get('providerPage');

const mock = await startMock({ port: 0 });
const strict = await startMock({ port: 0, keys: ['alpha', 'beta'] });
afterAll(async () => {
  await mock.close();
  await strict.close();
});

const error = (errorCode: number, errorMessage: unknown = expect.any(String)) => ({
  status: { timestamp: expect.any(Number), errorCode, errorMessage },
});

describe('with a key', () => {
  test.each(['x-gft_api_key', 'x-gft-api-key', 'gft-api-key', 'X-GFT-API-KEY'])('%s opens both', async (header) => {
    const answers = [await send(mock.url, list, { [header]: 'any' }), await send(mock.url, one, { [header]: 'any' })];
    expect(answers.map(({ status, json }) => ({ status, json }))).toEqual([
      { status: 200, json: [page] },
      { status: 200, json: page },
    ]);
    expect(answers[0]?.headers['content-type']).toBe('application/json');
  });

  test('the program that is asked for is the one that is answered', async () => {
    const { json } = await send(mock.url, `${list}/another-program`);
    expect(json).toEqual({ ...(page as object), id: 'another-program' });
    expect((await send(mock.url, one)).json).toEqual(page);
  });

  test('HEAD is GET without its body', async () => {
    const [head, get] = [await send(mock.url, one, key, 'HEAD'), await send(mock.url, one)];
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', get.headers['content-length']]);
  });

  test('unknown query parameters and any Accept are ignored', async () => {
    const answer = await send(mock.url, `${one}?__code=500&x=%zz`, { ...key, accept: 'text/html' });
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/json']);
  });
});

describe('without a key that counts', () => {
  test.each([
    ['none', list, {}],
    ['an empty one', list, { 'x-gft-api-key': '' }],
    ['one of spaces', list, { 'gft-api-key': '  ' }],
    ['one in the query', `${list}?x-gft-api-key=demo`, {}],
    ['none, whatever else is wrong', '/api/v1/users/%zz/1/progress/collection-challenges', {}],
  ])('%s is 401 and 1002', async (_, path, headers) => {
    const { status, json } = await send(mock.url, path, headers);
    expect({ status, json }).toEqual({ status: 401, json: error(1002) });
  });

  test('an unknown one is 401 and 1001, where known ones are given', async () => {
    const statuses = ['alpha', 'beta', 'alph', 'alphab', 'ALPHA'].map(async (value) => {
      const { status, json } = await send(strict.url, one, { 'gft-api-key': value });
      return [value, status, status === 401 ? json : 'answered'];
    });
    expect(await Promise.all(statuses)).toEqual([
      ['alpha', 200, 'answered'],
      ['beta', 200, 'answered'],
      ['alph', 401, error(1001)],
      ['alphab', 401, error(1001)],
      ['ALPHA', 401, error(1001)],
    ]);
  });

  test('the first header that is not empty counts', async () => {
    const asked = [
      { 'x-gft_api_key': '', 'x-gft-api-key': 'alpha', 'gft-api-key': 'wrong' },
      { 'x-gft_api_key': 'wrong', 'x-gft-api-key': 'alpha' },
      { 'x-gft-api-key': 'wrong', 'gft-api-key': 'alpha' },
    ].map(async (headers) => (await send(strict.url, one, headers)).status);
    expect(await Promise.all(asked)).toEqual([200, 401, 401]);
  });
});

describe('with parameters that are wrong', () => {
  test.each([
    ['/api/v1/users/dis%20cord/1/progress/collection-challenges', /platform must match pattern/],
    ['/api/v1/users/Discord/1/progress/collection-challenges', /platform must match pattern/],
    [`/api/v1/users/${'a'.repeat(33)}/1/progress/collection-challenges`, /platform must match pattern/],
    ['/api/v1/users//1/progress/collection-challenges', /The parameter platform is missing/],
    ['/api/v1/users/%zz/1/progress/collection-challenges', /The parameter platform is not percent-encoded/],
    ['/api/v1/users/%/1/progress/collection-challenges', /The parameter platform is not percent-encoded/],
    ['/api/v1/users/%ff/1/progress/collection-challenges', /The parameter platform is not percent-encoded/],
    ['/api/v1/users/discord/../progress/collection-challenges', /platformuserid/i],
    ['/api/v1/users/discord/%2E%2e/progress/collection-challenges', /platformuserid/i],
    ['/api/v1/users/discord/1%2F2/progress/collection-challenges', /platformuserid/i],
    ['/api/v1/users/discord/1%2541/progress/collection-challenges', /platformuserid/i],
    ['/api/v1/users/discord/%00/progress/collection-challenges', /platformuserid/i],
    [`${list}/`, /The parameter programId is missing/],
    [`${list}/program.1`, /programid/i],
  ])('%s is 400', async (path, message) => {
    const { status, json } = await send(mock.url, path);
    expect({ status, json }).toEqual({ status: 400, json: error(400, expect.stringMatching(message)) });
  });

  test.each([
    ['/api/v1/users/a_b-9/a.b:c@d-e_F/progress/collection-challenges'],
    ['/api/v1/users/%64iscord/%40%3A/progress/collection-challenges'],
    ['/api/v1/users/discord/.../progress/collection-challenges'],
  ])('%s is well-formed', async (path) => {
    expect((await send(mock.url, path)).status).toBe(200);
  });
});

describe('Prefer', () => {
  const documented = operations.flatMap(({ responses }, index) =>
    responses.map(({ status }) => ({ status, path: index === 0 ? list : one })),
  );

  test.each(documented)('code=$status gives the documented answer of $path', async ({ status, path }) => {
    const received = await send(mock.url, path, { ...key, prefer: `code=${status}` });
    expect([received.status, received.headers['preference-applied']]).toEqual([status, `code=${status}`]);
    if (status === 429) expect(received.headers['retry-after']).toBe('30');
    if (status === 401) expect(received.json).toEqual(error(1002));
    else if (status >= 400) expect(received.json).toEqual(error(status));
  });

  test.each([...(listExamples ?? [])])('example=%s gives that example of the list', async (name, value) => {
    const { status, json } = await send(mock.url, list, { ...key, prefer: `example=${name}` });
    expect({ status, json }).toEqual({ status: 200, json: value });
  });

  test('code and example together choose among the examples of an error', async () => {
    const { status, json } = await send(mock.url, one, { ...key, prefer: 'code=401, example="unknownApiKey"' });
    expect({ status, json }).toEqual({ status: 401, json: error(1001) });
  });

  test.each([
    ['example=nope', 'It has providerPage, nothingCollected, inProgress, claimable, claimed'],
    ['code=404; example=claimed', 'It has notFound.'],
    ['code=418', 'It has 200, 400, 401, 402, 403, 404, 429, 500.'],
    ['dynamic=perhaps', 'It is true or false.'],
  ])('%s is a clear 400', async (prefer, sentence) => {
    const { status, json } = await send(mock.url, one, { ...key, prefer });
    expect({ status, json }).toEqual({ status: 400, json: error(400, expect.stringContaining(sentence)) });
  });

  test('what is not of the mock is left alone', async () => {
    const { status, headers } = await send(mock.url, one, { ...key, prefer: 'respond-async, wait=10' });
    expect([status, headers['preference-applied']]).toEqual([200, undefined]);
  });

  test('dynamic=true gives answers that vary, and keep the schemas', async () => {
    const check = createSchemaValidator(await readDocument());
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => send(mock.url, one, { ...key, prefer: 'dynamic=true' })),
    );
    const schema = { $ref: '#/components/schemas/CollectionChallengeProgress' };
    const made = answers.filter(({ status }) => status === 200);
    expect(made.length).toBe(40);
    expect(new Set(made.map(({ text }) => text)).size).toBe(made.length);
    expect(made.flatMap(({ json }) => check(schema, json))).toEqual([]);
    expect(made.every(({ json }) => (json as { id: string }).id === 'program_123')).toBe(true);
  });
});

describe('whatever is sent', () => {
  test.each([
    ['a path that is not there', 'GET', '/', 404],
    ['two slashes', 'GET', '//', 404],
    ['a doubled slash', 'GET', list.replace('/users', '//users'), 404],
    ['another method', 'POST', list, 405],
    ['an absolute URL', 'GET', `http://example.com${list}`, 200],
  ])('%s is answered in the shape of the contract', async (_, method, path, expected) => {
    const { status, headers, json } = await send(mock.url, path, key, method);
    expect([status, headers['content-type']]).toEqual([expected, 'application/json']);
    if (status !== 200) expect(json).toEqual(error(expected));
  });

  test('a method that is not allowed names those that are', async () => {
    expect((await send(mock.url, list, key, 'DELETE')).headers.allow).toBe('GET, HEAD, OPTIONS');
  });

  test.each([
    ['no HTTP', 'hello\r\n\r\n', 400],
    ['a CONNECT', 'CONNECT example.com:443 HTTP/1.1\r\nhost: a\r\n\r\n', 405],
    ['a URL without an end', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
  ])('%s is refused in that shape too, and the mock lives on', async (_, bytes, expected) => {
    const [head = '', body = ''] = (await sendRaw(mock.port, bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${expected} `));
    expect(JSON.parse(body)).toEqual(error(expected));
    expect((await send(mock.url, one)).status).toBe(200);
  });

  test.each([
    ['no Host', '\r\n'],
    ['an unknown Expect', 'host: a\r\nexpect: something\r\n\r\n'],
    ['a body', 'host: a\r\ncontent-type: application/xml\r\ncontent-length: 4\r\n\r\n<a/>'],
  ])('a GET with %s is answered like any other', async (_, rest) => {
    const bytes = `GET ${one} HTTP/1.1\r\ngft-api-key: a\r\nconnection: close\r\n${rest}`;
    const [head = '', body = ''] = (await sendRaw(mock.port, bytes)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 200 /);
    expect(JSON.parse(body)).toEqual(page);
  });

  test('an error is of now, whatever the time of its example', async () => {
    const { json } = await send(mock.url, one, {});
    const { timestamp } = (json as { status: { timestamp: number } }).status;
    expect(Math.abs(Date.now() - timestamp)).toBeLessThan(60_000);
  });

  test('a page of any origin may call it with each of the three headers', async () => {
    const asked = { 'access-control-request-headers': 'x-gft-api-key', 'access-control-request-method': 'GET' };
    const { status, headers } = await send(mock.url, list, asked, 'OPTIONS');
    expect([status, headers]).toMatchObject([
      204,
      {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'x-gft_api_key, x-gft-api-key, gft-api-key, prefer',
      },
    ]);
    expect((await send(mock.url, list, {})).headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'retry-after, preference-applied',
    });
  });
});
