import { createGiftoinClient } from '@giftoin/client';
import type { ExampleName, FakeResponse } from '@giftoin/client/testing';
import * as testing from '@giftoin/client/testing';
import { expect, test } from 'vitest';
import { failureOf, user } from './server.ts';

const { fakeFetch, fixtures } = testing;
const apiKey = 'key-of-the-tests';

test('every fixture is answered under its name, for the operation that is asked', async () => {
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

test('every error is answered under its name', async () => {
  for (const [name, { status, body }] of Object.entries(fixtures.errors)) {
    const giftoin = createGiftoinClient({ apiKey, retries: 0, fetch: fakeFetch(name as keyof typeof fixtures.errors) });
    const error = await failureOf(giftoin.listCollectionChallengeProgress(user));
    expect(error).toMatchObject({ status, errorCode: body.status.errorCode, timestamp: 1798156800000 });
  }
});

test('answers follow each other, the last one repeats, and the requests are noted without the key', async () => {
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

test('an answer can be late, broken off, never begun, or anything else', async () => {
  const outcome = (answer: ExampleName | FakeResponse) =>
    failureOf(
      createGiftoinClient({
        apiKey,
        retries: 0,
        timeout: 40,
        fetch: fakeFetch(answer),
      }).listCollectionChallengeProgress(user),
    );
  expect(await outcome({ delay: 10_000 })).toMatchObject({ kind: 'timeout' });
  expect(await outcome({ delay: 5 })).toBeUndefined();
  expect(await outcome({ cut: 'before' })).toMatchObject({ kind: 'network', cause: { cause: { code: 'ECONNRESET' } } });
  expect(await outcome({ cut: 'body' })).toMatchObject({ kind: 'network' });
  expect(await outcome({ status: 502, body: '<h1>Bad gateway</h1>' })).toMatchObject({
    status: 502,
    body: '<h1>Bad gateway</h1>',
  });
  expect(await outcome('claimed')).toBeUndefined();
});

test('an example that the operation does not have is named with those it has', async () => {
  const giftoin = createGiftoinClient({ apiKey, retries: 0, fetch: fakeFetch('emptyList') });
  const error = await failureOf(giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' }));
  expect(error).toMatchObject({
    message: expect.stringMatching(
      /getCollectionChallengeProgress has no example emptyList\. It has providerPage, .*, unexpected\./,
    ),
  });
});

test('the entry exports these names', () => {
  expect(Object.keys(testing).sort()).toEqual(['fakeFetch', 'fixtures']);
});
