import { type CallOptions, createGiftoinClient } from '@giftoin/client';
import type { ExampleName, FakeResponse } from '@giftoin/client/testing';
import * as testing from '@giftoin/client/testing';
import { expect, test } from 'vitest';
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
    expect(error).toMatchObject({ status, errorCode: body.status.errorCode, timestamp: 1798156800000 });
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
      /getCollectionChallengeProgress has no example emptyList\. It has providerPage, .*, unexpected\./,
    ),
  });
});
