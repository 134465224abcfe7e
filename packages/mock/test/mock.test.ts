import { startMock } from '@giftoin/mock';
import { createSchemaValidator, listOperations, readDocument } from '@giftoin/openapi';
import { afterAll, describe, expect, test } from 'vitest';
import { key, list, one, send, sendRaw } from './request.ts';

const operations = listOperations(await readDocument());
const examples = operations.map(({ responses }) => responses.find(({ status }) => status === 200)?.examples);
const [listExamples, oneExamples] = examples;
const page = oneExamples?.get('providerPage');
const documentedStatuses = operations[1]?.responses.map(({ status }) => status) ?? [];

const mock = await startMock({ port: 0 });
const strict = await startMock({ port: 0, keys: ['alpha', 'beta'] });
afterAll(async () => {
  await mock.close();
  await strict.close();
});

const error = (errorCode: number, errorMessage: unknown = expect.any(String)) => ({
  status: { timestamp: expect.any(Number), errorCode, errorMessage },
});

describe('with an API key', () => {
  test.each(['x-gft_api_key', 'x-gft-api-key', 'gft-api-key', 'X-GFT-API-KEY'])(
    '%s authenticates both operations',
    async (header) => {
      const responses = [
        await send(mock.url, list, { [header]: 'any' }),
        await send(mock.url, one, { [header]: 'any' }),
      ];
      expect(responses.map(({ status, json }) => ({ status, json }))).toEqual([
        { status: 200, json: [page] },
        { status: 200, json: page },
      ]);
      expect(responses[0]?.headers['content-type']).toBe('application/json');
    },
  );

  test('responds with the ID of the requested program', async () => {
    const { json } = await send(mock.url, `${list}/another-program`);
    expect(json).toEqual({ ...(page as object), id: 'another-program' });
    expect((await send(mock.url, one)).json).toEqual(page);
  });

  test('responds to HEAD like to GET, without the body', async () => {
    const [head, get] = [await send(mock.url, one, key, 'HEAD'), await send(mock.url, one)];
    expect([head.status, head.text, head.headers['content-length']]).toEqual([200, '', get.headers['content-length']]);
  });

  test('ignores unknown query parameters and any Accept', async () => {
    const response = await send(mock.url, `${one}?__code=500&x=%zz`, { ...key, accept: 'text/html' });
    expect([response.status, response.headers['content-type']]).toEqual([200, 'application/json']);
  });
});

describe('without a valid API key', () => {
  test.each([
    ['no key', list, {}],
    ['an empty key', list, { 'x-gft-api-key': '' }],
    ['a key of spaces', list, { 'gft-api-key': '  ' }],
    ['a key in the query', `${list}?x-gft-api-key=demo`, {}],
    ['no key and a malformed parameter', '/api/v1/users/%zz/1/progress/collection-challenges', {}],
  ])('returns 401 and 1002: %s', async (_, path, headers) => {
    const { status, json } = await send(mock.url, path, headers);
    expect({ status, json }).toEqual({ status: 401, json: error(1002) });
  });

  test('returns 401 and 1001 to an unknown key if the known keys are configured', async () => {
    const statuses = ['alpha', 'beta', 'alph', 'alphab', 'ALPHA'].map(async (value) => {
      const { status, json } = await send(strict.url, one, { 'gft-api-key': value });
      return [value, status, status === 401 ? json : 'ok'];
    });
    expect(await Promise.all(statuses)).toEqual([
      ['alpha', 200, 'ok'],
      ['beta', 200, 'ok'],
      ['alph', 401, error(1001)],
      ['alphab', 401, error(1001)],
      ['ALPHA', 401, error(1001)],
    ]);
  });

  test('uses the first header that is not empty', async () => {
    const statuses = [
      { 'x-gft_api_key': '', 'x-gft-api-key': 'alpha', 'gft-api-key': 'wrong' },
      { 'x-gft_api_key': 'wrong', 'x-gft-api-key': 'alpha' },
      { 'x-gft-api-key': 'wrong', 'gft-api-key': 'alpha' },
    ].map(async (headers) => (await send(strict.url, one, headers)).status);
    expect(await Promise.all(statuses)).toEqual([200, 401, 401]);
  });
});

describe('with malformed parameters', () => {
  test.each([
    ['/api/v1/users/dis%20cord/1/progress/collection-challenges', /^The parameter platform does not match/],
    ['/api/v1/users/Discord/1/progress/collection-challenges', /^The parameter platform does not match/],
    [`/api/v1/users/${'a'.repeat(33)}/1/progress/collection-challenges`, /^The parameter platform does not match/],
    ['/api/v1/users//1/progress/collection-challenges', /The parameter platform is missing/],
    ['/api/v1/users/%zz/1/progress/collection-challenges', /The parameter platform is not percent-encoded/],
    ['/api/v1/users/%/1/progress/collection-challenges', /The parameter platform is not percent-encoded/],
    ['/api/v1/users/%ff/1/progress/collection-challenges', /The parameter platform is not percent-encoded/],
    ['/api/v1/users/discord/../progress/collection-challenges', /^The parameter platformUserId/],
    ['/api/v1/users/discord/%2E%2e/progress/collection-challenges', /^The parameter platformUserId/],
    ['/api/v1/users/discord/1%2F2/progress/collection-challenges', /^The parameter platformUserId/],
    ['/api/v1/users/discord/1%2541/progress/collection-challenges', /^The parameter platformUserId/],
    ['/api/v1/users/discord/%00/progress/collection-challenges', /^The parameter platformUserId/],
    [`${list}/`, /The parameter programId is missing/],
    [`${list}/program.1`, /^The parameter programId does not match/],
  ])('returns 400 to %s', async (path, message) => {
    const { status, json } = await send(mock.url, path);
    expect({ status, json }).toEqual({ status: 400, json: error(400, expect.stringMatching(message)) });
  });

  test.each([
    ['/api/v1/users/a_b-9/a.b:c@d-e_F/progress/collection-challenges'],
    ['/api/v1/users/%64iscord/%40%3A/progress/collection-challenges'],
    ['/api/v1/users/discord/.../progress/collection-challenges'],
  ])('accepts %s', async (path) => {
    expect((await send(mock.url, path)).status).toBe(200);
  });
});

describe('Prefer', () => {
  const documented = operations.flatMap(({ responses }, index) =>
    responses.map(({ status }) => ({ status, path: index === 0 ? list : one })),
  );

  test.each(documented)('code=$status returns the documented response of $path', async ({ status, path }) => {
    const received = await send(mock.url, path, { ...key, prefer: `code=${status}` });
    expect([received.status, received.headers['preference-applied']]).toEqual([status, `code=${status}`]);
    if (status === 429) expect(received.headers['retry-after']).toBe('30');
    if (status === 401) expect(received.json).toEqual(error(1002));
    else if (status >= 400) expect(received.json).toEqual(error(status));
  });

  test.each([...(listExamples ?? [])])('example=%s returns that example of the list', async (name, value) => {
    const { status, json } = await send(mock.url, list, { ...key, prefer: `example=${name}` });
    expect({ status, json }).toEqual({ status: 200, json: value });
  });

  test('code and example together select an example of an error', async () => {
    const { status, json } = await send(mock.url, one, { ...key, prefer: 'code=401, example="unknownApiKey"' });
    expect({ status, json }).toEqual({ status: 401, json: error(1001) });
  });

  test.each([
    [
      'example=nope',
      'getCollectionChallengeProgress has the examples providerPage, nothingCollected, inProgress, claimable, claimed',
    ],
    ['code=404; example=claimed', 'getCollectionChallengeProgress has the examples notFound of 404.'],
    ['code=418', `getCollectionChallengeProgress has the status codes ${documentedStatuses.join(', ')}.`],
    ['dynamic=perhaps', 'Use true or false.'],
  ])('returns a clear 400 to %s', async (prefer, sentence) => {
    const { status, json } = await send(mock.url, one, { ...key, prefer });
    expect({ status, json }).toEqual({ status: 400, json: error(400, expect.stringContaining(sentence)) });
  });

  test('ignores preferences that the mock does not know', async () => {
    const { status, headers } = await send(mock.url, one, { ...key, prefer: 'respond-async, wait=10' });
    expect([status, headers['preference-applied']]).toEqual([200, undefined]);
  });

  test('dynamic=true returns varying responses that conform to their schemas', async () => {
    const check = createSchemaValidator(await readDocument());
    const responses = await Promise.all(
      Array.from({ length: 40 }, () => send(mock.url, one, { ...key, prefer: 'dynamic=true' })),
    );
    const schema = { $ref: '#/components/schemas/CollectionChallengeProgress' };
    const successes = responses.filter(({ status }) => status === 200);
    expect(successes.length).toBe(40);
    expect(new Set(successes.map(({ text }) => text)).size).toBe(successes.length);
    expect(successes.flatMap(({ json }) => check(schema, json))).toEqual([]);
    expect(successes.every(({ json }) => (json as { id: string }).id === 'program_123')).toBe(true);
  });
});

describe('any request', () => {
  test.each([
    ['an unknown path', 'GET', '/', 404],
    ['two slashes', 'GET', '//', 404],
    ['a doubled slash', 'GET', list.replace('/users', '//users'), 404],
    ['another method', 'POST', list, 405],
    ['an absolute URL', 'GET', `http://example.com${list}`, 200],
  ])('responds in the format of the contract to %s', async (_, method, path, expected) => {
    const { status, headers, json } = await send(mock.url, path, key, method);
    expect([status, headers['content-type']]).toEqual([expected, 'application/json']);
    if (status !== 200) expect(json).toEqual(error(expected));
  });

  test('names the allowed methods if a method is not allowed', async () => {
    expect((await send(mock.url, list, key, 'DELETE')).headers.allow).toBe('GET, HEAD, OPTIONS');
  });

  test.each([
    ['bytes that are not HTTP', 'hello\r\n\r\n', 400],
    ['a CONNECT', 'CONNECT example.com:443 HTTP/1.1\r\nhost: a\r\n\r\n', 405],
    ['a URL without an end', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
  ])('refuses %s in the same format, and keeps running', async (_, bytes, expected) => {
    const [head = '', body = ''] = (await sendRaw(mock.port, bytes)).split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${expected} `));
    expect(JSON.parse(body)).toEqual(error(expected));
    expect((await send(mock.url, one)).status).toBe(200);
  });

  test.each([
    ['no Host', '\r\n'],
    ['an unknown Expect', 'host: a\r\nexpect: something\r\n\r\n'],
    ['a body', 'host: a\r\ncontent-type: application/xml\r\ncontent-length: 4\r\n\r\n<a/>'],
  ])('responds to a GET with %s like to any other', async (_, rest) => {
    const bytes = `GET ${one} HTTP/1.1\r\ngft-api-key: a\r\nconnection: close\r\n${rest}`;
    const [head = '', body = ''] = (await sendRaw(mock.port, bytes)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1.1 200 /);
    expect(JSON.parse(body)).toEqual(page);
  });

  test('sends errors with the current time', async () => {
    const { json } = await send(mock.url, one, {});
    const { timestamp } = (json as { status: { timestamp: number } }).status;
    expect(Math.abs(Date.now() - timestamp)).toBeLessThan(60_000);
  });

  test('lets pages of any origin send each of the three headers', async () => {
    const preflight = { 'access-control-request-headers': 'x-gft-api-key', 'access-control-request-method': 'GET' };
    const { status, headers } = await send(mock.url, list, preflight, 'OPTIONS');
    expect([status, headers]).toMatchObject([
      204,
      {
        'access-control-allow-origin': '*',
        'access-control-allow-headers': 'x-gft_api_key, x-gft-api-key, gft-api-key, prefer',
      },
    ]);
    expect((await send(mock.url, list, { origin: 'https://a.example' })).headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-expose-headers': 'retry-after, preference-applied',
    });
  });
});
