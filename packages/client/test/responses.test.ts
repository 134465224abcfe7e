import { createGiftoinClient } from '@giftoin/client';
import { fakeFetch, fixtures } from '@giftoin/client/testing';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const program = fixtures.getCollectionChallengeProgress.inProgress;
const [_first, _second, _third] = program.cards;

test.each(['"__proto__"', '"__pro\\u0074o__"'])('removes the own property %s at any depth', async (name) => {
  const text = `[{"a":{${name}:{"polluted":true},"b":[{${name}:1}]}}]`;
  await using server = await startServer((_, response) => send(response, 200, text));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, responseValidation: 'off' });
  const list = await giftoin.listCollectionChallengeProgress(user);
  expect(JSON.stringify(list)).toBe('[{"a":{"b":[{}]}}]');
});

test.each([
  ['', 'The response body is not JSON. It starts with "".'],
  ['<h1>Hello</h1>', 'The response body is not JSON. It starts with "<h1>Hello</h1>".'],
  ['[1', 'The response body is not JSON. It starts with "[1".'],
  [`${'['.repeat(100_000)}"\\n"`, expect.stringMatching(/^The response body is not JSON/)],
])('throws notJson for status 200 with the body %.20j', async (body, message) => {
  await using server = await startServer((_, response) => send(response, 200, body));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'notJson',
    status: 200,
    message,
  });
});

test('returns errors from safe methods, and the response from raw methods', async () => {
  await using server = await startServer((_, response, count) =>
    count === 2 ? send(response, 404, '') : send(response, 200, [], { 'x-more': 'header' }),
  );
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  expect(await giftoin.safe.listCollectionChallengeProgress(user)).toEqual({ ok: true, value: [] });
  expect(await giftoin.safe.listCollectionChallengeProgress(user)).toMatchObject({
    ok: false,
    error: { kind: 'unexpectedStatus', status: 404 },
  });
  const { value, response } = await giftoin.raw.listCollectionChallengeProgress(user);
  expect([value, response.status, response.headers.get('x-more')]).toEqual([[], 200, 'header']);
});

describe('names the header that carried the API key in the error of a 401', () => {
  test.each([
    [
      'x-gft-api-key',
      'The API key is missing. Send it in the header x-gft-api-key. The API key was sent in the header x-gft-api-key.',
    ],
    [
      'x-gft_api_key',
      'The API key is missing. Send it in the header x-gft-api-key. The API key was sent in the header x-gft_api_key, which nginx drops by default. Use x-gft-api-key.',
    ],
  ] as const)('%s', async (apiKeyHeader, message) => {
    const giftoin = createGiftoinClient({ apiKey, apiKeyHeader, fetch: fakeFetch('missingApiKey') });
    const error = await catchError(giftoin.listCollectionChallengeProgress(user));
    expect(error).toMatchObject({ kind: 'unauthorized', errorCode: 1002, message });
  });
});

test('adds the request ID and the timestamp of the response to an error', async () => {
  const giftoin = createGiftoinClient({
    apiKey,
    fetch: fakeFetch({ example: 'notFound', headers: { 'x-request-id': 'r-1' } }),
  });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    requestId: 'r-1',
    timestamp: 1798156800000,
  });
});
