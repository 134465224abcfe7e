import { type CallOptions, createGiftoinClient, type GiftoinError } from '@giftoin/client';
import type { ExampleName, FakeResponse } from '@giftoin/client/testing';
import * as testing from '@giftoin/client/testing';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { user } from './user.ts';

const { fakeFetch, fixtures } = testing;
const apiKey = 'test-api-key';

test('responds with every fixture by its name, for each operation', async () => {
  for (const name of Object.keys(
    fixtures.getCollectionChallengeProgress,
  ) as (keyof typeof fixtures.getCollectionChallengeProgress)[]) {
    const giftoin = createGiftoinClient({ apiKey, fetch: fakeFetch(name) });
    expect(await giftoin.listCollectionChallengeProgress(user)).toEqual(fixtures.listCollectionChallengeProgress[name]);
    expect(await giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' })).toEqual(
      fixtures.getCollectionChallengeProgress[name],
    );
  }
});

test('responds with every error by its name', async () => {
  for (const [name, { status, body }] of Object.entries(fixtures.errors)) {
    const giftoin = createGiftoinClient({ apiKey, retries: 0, fetch: fakeFetch(name as keyof typeof fixtures.errors) });
    const error = await catchError(giftoin.listCollectionChallengeProgress(user));
    // An error of another operation can have a body of its own.
    const { errorCode, timestamp } =
      (body as { readonly status?: { readonly errorCode: number; readonly timestamp: number } }).status ?? {};
    expect(error).toMatchObject({ status, errorCode, timestamp });
  }
});

test('sends the responses in order, repeats the last one, and records the requests with the key redacted', async () => {
  const fetch = fakeFetch({ example: 'rateLimited', headers: { 'retry-after': '0' } }, 'emptyList');
  const giftoin = createGiftoinClient({ apiKey, baseUrl: 'https://gateway.test/a', fetch });
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(await giftoin.listCollectionChallengeProgress(user)).toEqual([]);
  expect(fetch.requests).toHaveLength(3);
  expect(fetch.requests[0]).toEqual({
    operationId: 'listCollectionChallengeProgress',
    method: 'GET',
    url: 'https://gateway.test/a/api/v1/users/discord/123456789012345678/progress/collection-challenges',
    headers: { accept: 'application/json', 'user-agent': expect.any(String), 'x-gft-api-key': '[API key]' },
  });
});

test('can delay a response, close the connection before or during it, and send any status and body', async () => {
  const callWith = (response: ExampleName | FakeResponse, options: CallOptions = {}) => {
    const giftoin = createGiftoinClient({ apiKey, retries: 0, fetch: fakeFetch(response) });
    return catchError(giftoin.listCollectionChallengeProgress(user, options));
  };
  expect(await callWith({ delay: 60_000 }, { timeout: 40 })).toMatchObject({ kind: 'timeout' });
  expect(await callWith({ delay: 5 })).toBeUndefined();
  expect(await callWith({ cut: 'before' })).toMatchObject({
    kind: 'network',
    cause: { cause: { code: 'ECONNRESET' } },
  });
  expect(await callWith({ cut: 'body' })).toMatchObject({ kind: 'network' });
  expect(await callWith({ status: 502, body: '<h1>Bad gateway</h1>' })).toMatchObject({
    status: 502,
    body: '<h1>Bad gateway</h1>',
  });
  expect(await callWith('claimed')).toBeUndefined();
});

test('throws for an example that the operation does not have, and lists its examples', async () => {
  const giftoin = createGiftoinClient({ apiKey, retries: 0, fetch: fakeFetch('emptyList') });
  const error = await catchError(giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' }));
  expect(error).toMatchObject({
    message: expect.stringMatching(
      /getCollectionChallengeProgress has no example emptyList\. It has providerPage, .*unexpected/,
    ),
  });
});

describe('responds with the status code of a fake response', () => {
  const callWith = (response: FakeResponse) => {
    const fetch = fakeFetch(response);
    const giftoin = createGiftoinClient({ apiKey, retries: 0, fetch });
    return catchError(giftoin.listCollectionChallengeProgress(user));
  };

  test.each([
    [400, 'badRequest', 400],
    [401, 'unauthorized', 1002],
    [402, 'paymentRequired', 402],
    [403, 'forbidden', 403],
    [404, 'notFound', 404],
    [429, 'tooManyRequests', 429],
    [500, 'internalServer', 500],
    [418, 'unexpectedStatus', 418],
    [503, 'unexpectedStatus', 503],
    [599, 'unexpectedStatus', 599],
  ])('%i without a body: an error body with that status', async (status, kind, errorCode) => {
    expect(await callWith({ status })).toMatchObject({
      kind,
      status,
      errorCode,
      timestamp: 1798156800000,
      body: { status: { errorCode } },
    });
  });

  test.each([201, 204, 205, 206, 302, 304])('%i without a body: an empty body', async (status) => {
    const error = await callWith({ status });
    expect(error).toMatchObject({ kind: status === 302 ? 'redirect' : 'unexpectedStatus', status });
    expect((error as GiftoinError).body).toBeUndefined();
  });

  test('200 without a body: the first example', async () => {
    expect(await callWith({ status: 200 })).toBeUndefined();
  });

  test.each([204, 205, 304])('%i with a body, which the status code does not allow: an empty body', async (status) => {
    const fetch = fakeFetch({ status, body: '' }, { status, body: 'text', cut: 'body' });
    const giftoin = createGiftoinClient({ apiKey, fetch });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({ status, attempts: 1 });
  });

  test('with an example: the body of the example', async () => {
    expect(await callWith({ example: 'unexpected', status: 503 })).toMatchObject({ status: 503, errorCode: 500 });
    expect(await callWith({ example: 'claimed', status: 206 })).toMatchObject({ kind: 'unexpectedStatus' });
  });

  test.each([100, 199, 600, 0, 2.5, Number.NaN])('throws for the status code %d', (status) => {
    expect(() => fakeFetch({ status })).toThrow(
      new RangeError(`fakeFetch: status is ${status}. It must be an integer from 200 to 599.`),
    );
  });

  test('throws for an unknown property', () => {
    // @ts-expect-error a property that does not exist
    expect(() => fakeFetch('claimed', { satus: 503 })).toThrow(
      new RangeError('fakeFetch: There is no property "satus". Did you mean "status"?'),
    );
  });
});

test('records the request body, parsed if it is JSON, and finds the operation by its method', async () => {
  const fetch = fakeFetch();
  const url = 'https://api.giftoin.org/api/v1/users/discord/1/progress/collection-challenges';
  const init = { headers: {}, redirect: 'manual', signal: new AbortController().signal } as const;
  await fetch(url, { ...init, method: 'POST', body: '{"a":1}' });
  await fetch(new Request(url, { method: 'PUT', body: 'text' }));
  await fetch(url, { ...init, method: 'GET' });
  const operationId = 'listCollectionChallengeProgress';
  expect(fetch.requests).toMatchObject([{ operationId: undefined, body: { a: 1 } }, { body: 'text' }, { operationId }]);
  expect(fetch.requests[2]).not.toHaveProperty('body');
});
