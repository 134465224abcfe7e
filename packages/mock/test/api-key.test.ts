import { startMock } from '@giftoin/mock';
import { afterAll, describe, expect, test } from 'vitest';
import { errorBody, key, list, one, oneOperation, send } from './request.ts';

const page = oneOperation?.responses.find(({ status }) => status === 200)?.examples.get('providerPage');

const mock = await startMock({ port: 0 });
const strict = await startMock({ port: 0, keys: ['alpha', 'beta'] });
afterAll(async () => {
  await mock.close();
  await strict.close();
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
    expect({ status, json }).toEqual({ status: 401, json: errorBody(1002) });
  });

  test('returns 401 and 1001 to an unknown key if the known keys are configured', async () => {
    const statuses = ['alpha', 'beta', 'alph', 'alphab', 'ALPHA'].map(async (value) => {
      const { status, json } = await send(strict.url, one, { 'gft-api-key': value });
      return [value, status, status === 401 ? json : 'ok'];
    });
    expect(await Promise.all(statuses)).toEqual([
      ['alpha', 200, 'ok'],
      ['beta', 200, 'ok'],
      ['alph', 401, errorBody(1001)],
      ['alphab', 401, errorBody(1001)],
      ['ALPHA', 401, errorBody(1001)],
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
