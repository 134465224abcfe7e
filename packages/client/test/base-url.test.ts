import { BadArgumentError, createGiftoinClient } from '@giftoin/client';
import { expect, test } from 'vitest';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';

test('accepts a base URL with a path and a slash at its end', async () => {
  await using server = await startServer((_, response) => send(response, 200, []));
  await createGiftoinClient({ apiKey, baseUrl: `${server.url}/gateway/` }).listCollectionChallengeProgress(user);
  expect(server.requests[0]?.url).toBe(
    '/gateway/api/v1/users/discord/123456789012345678/progress/collection-challenges',
  );
});

test.each([
  ['giftoin.org', 'giftoin.org'],
  ['ftp://giftoin.org', 'ftp://giftoin.org'],
  ['https://me:secret@giftoin.org', 'https:…giftoin.org'],
  ['https://giftoin.org/?key=secret', 'https://giftoin.org/…'],
  ['https://giftoin.org/?', 'https://giftoin.org/…'],
  ['https://giftoin.org/#secret', 'https://giftoin.org/…'],
])('throws for the base URL %s', (baseUrl, shown) => {
  const message = `baseUrl is "${shown}". It must be an http(s) URL without credentials, query or fragment.`;
  expect(() => createGiftoinClient({ apiKey, baseUrl })).toThrow(new BadArgumentError(message));
});

test.each([
  ['https://api.giftoin.org/api/v1', 'https://api.giftoin.org'],
  ['https://api.giftoin.org/api/v1/', 'https://api.giftoin.org'],
  ['https://gateway.test/a/api/v1', 'https://gateway.test/a'],
  ['https://gateway.test/API/V1', 'https://gateway.test'],
  ['https://gateway.test/api/v1/users/discord', 'https://gateway.test'],
])('throws for the base URL %s, because the client adds the path', (baseUrl, better) => {
  expect(() => createGiftoinClient({ apiKey, baseUrl })).toThrow(
    new BadArgumentError(`baseUrl contains "/api/v1", which the client adds. Use ${JSON.stringify(better)}.`),
  );
});

test.each(['https://gateway.test/api', 'https://gateway.test/api/v10', 'https://gateway.test/my-api/v1'])(
  'accepts the base URL %s',
  (baseUrl) => {
    expect(createGiftoinClient({ apiKey, baseUrl })).toMatchObject({ safe: {}, raw: {} });
  },
);
