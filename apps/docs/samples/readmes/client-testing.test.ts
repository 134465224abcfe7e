import { createGiftoinClient } from '@giftoin/client';
import { fakeFetch, fixtures } from '@giftoin/client/testing';
import { expect, test } from 'vitest';

const one = { platform: 'discord', platformUserId: '123456789012345678', programId: 'program_123' };

test('retries after a 429', async () => {
  const fetch = fakeFetch({ example: 'rateLimited', headers: { 'retry-after': '0' } }, 'claimed');
  const giftoin = createGiftoinClient({ apiKey: 'test', fetch });

  expect(await giftoin.getCollectionChallengeProgress(one)).toEqual(fixtures.getCollectionChallengeProgress.claimed);
  expect(fetch.requests).toHaveLength(2);
});
