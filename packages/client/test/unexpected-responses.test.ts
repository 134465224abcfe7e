import { createGiftoinClient } from '@giftoin/client';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';

describe('with a server that violates the contract', () => {
  test.each([
    ['an empty 502', 502, '', { kind: 'unexpectedStatus', status: 502, errorCode: undefined, body: undefined }],
    [
      'an HTML page of a proxy with status 503',
      503,
      '<h1>Bad gateway</h1>',
      { kind: 'unexpectedStatus', status: 503, body: '<h1>Bad gateway</h1>' },
    ],
    ['an empty 200', 200, '', { kind: 'notJson', status: 200 }],
    ['a 200 with an HTML page', 200, '<h1>Hello</h1>', { kind: 'notJson', status: 200 }],
    ['a 204', 204, '', { kind: 'unexpectedStatus', status: 204 }],
    ['a redirect', 302, '', { kind: 'redirect', status: 302 }],
    [
      'a timestamp that is a string',
      404,
      '{"status":{"timestamp":"1644825600000","errorCode":404,"errorMessage":"Gone."}}',
      { status: 404, timestamp: 1644825600000, message: 'Gone.' },
    ],
  ])('throws an error for %s', async (_, status, body, expected) => {
    await using server = await startServer((_request, response) =>
      send(response, status, body, { location: '/elsewhere' }),
    );
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, retries: 0 });
    await expect(giftoin.listCollectionChallengeProgress(user)).rejects.toMatchObject(expected);
  });

  test('throws a network error with its cause if no server listens', async () => {
    const closed = await startServer(() => undefined);
    await closed[Symbol.asyncDispose]();
    const giftoin = createGiftoinClient({ apiKey, baseUrl: closed.url, retries: 0 });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'network',
      status: undefined,
      cause: { name: 'TypeError', message: 'fetch failed' },
    });
  });

  test('throws an aborted error if the signal is aborted', async () => {
    await using server = await startServer((_, response) => send(response, 200, []));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    const call = giftoin.listCollectionChallengeProgress(user, { signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ kind: 'aborted' });
  });
});

describe('a 404 that is not in the format of the API', () => {
  const path = '/api/v1/users/discord/123456789012345678/progress/collection-challenges';

  test.each([
    ['an HTML page', '<h1>Not Found</h1>'],
    ['an empty body', ''],
    ['another JSON object', '{"message":"Not Found"}'],
    ['an empty object', '{}'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a status that is a number', '{"status":404,"error":"Not Found"}'],
    ['a message without a code', '{"status":{"errorMessage":"Not Found"}}'],
    ['a code without a message', '{"status":{"errorCode":404}}'],
    ['a message that is an object', '{"status":{"errorCode":404,"errorMessage":{"a":1}}}'],
  ])('throws unexpectedStatus with the URL for %s', async (_, body) => {
    await using server = await startServer((_request, response) => send(response, 404, body));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: `${server.url}/wrong` });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'unexpectedStatus',
      name: 'UnexpectedStatusError',
      status: 404,
      attempts: 1,
      message: `The server returned status 404 for ${server.url}/wrong${path}, and not in the format of the API. Check baseUrl.`,
    });
  });

  test('a 404 in the format of the API is notFound', async () => {
    const body = { status: { timestamp: 1, errorCode: 404, errorMessage: 'There is no such program.' } };
    await using server = await startServer((_request, response) => send(response, 404, body));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'notFound',
      message: 'There is no such program.',
    });
  });
});
