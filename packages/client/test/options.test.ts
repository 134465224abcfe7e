import { createGiftoinClient, type Fetch } from '@giftoin/client';
import { describe, expect, test } from 'vitest';
import { user } from './user.ts';

const apiKey = 'test-api-key';

describe('throws for an invalid option', () => {
  test.each([
    [{ apiKey: '' }, 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    [{ apiKey: undefined }, 'apiKey is empty. Pass apiKey or set GIFTOIN_API_KEY.'],
    [
      { apiKey, apiKeyHeader: 'authorization' },
      'apiKeyHeader is "authorization". It must be one of x-gft_api_key, x-gft-api-key, gft-api-key.',
    ],
    [
      { apiKey, baseUrl: 'giftoin.org' },
      'baseUrl is "giftoin.org". It must be an http(s) URL without credentials, query or fragment.',
    ],
    [
      { apiKey, baseUrl: 'ftp://giftoin.org' },
      'baseUrl is "ftp://giftoin.org". It must be an http(s) URL without credentials, query or fragment.',
    ],
  ])('%j', (options, message) => {
    // @ts-expect-error invalid values that untyped programs can pass
    expect(() => createGiftoinClient(options)).toThrow(message);
  });
});

test('uses the production origin as the default base URL', async () => {
  const urls: string[] = [];
  const fetch: Fetch = async (url) => {
    urls.push(url);
    return Response.json([]);
  };
  expect(await createGiftoinClient({ apiKey, fetch }).listCollectionChallengeProgress(user)).toEqual([]);
  expect(urls).toEqual([
    'https://api.giftoin.org/api/v1/users/discord/123456789012345678/progress/collection-challenges',
  ]);
});
