import { BadArgumentError, createGiftoinClient } from '@giftoin/client';
import { describe, expect, test } from 'vitest';
import { failureOf, send, serve, user } from './server.ts';

const apiKey = 'key-of-the-tests';

test.each([301, 302, 303, 307, 308])(
  'a redirect with %i to another origin is told of and not followed',
  async (status) => {
    await using other = await serve((_, response) => send(response, 200, []));
    await using server = await serve((_, response) =>
      send(response, status, '', { location: `${other.url}/there?a=1` }),
    );
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'redirect',
      status,
      attempts: 1,
      location: `${other.url}/there`,
      message: `The server redirected to ${other.url}/there. The client does not follow redirects. Check baseUrl.`,
    });
    expect([server.requests.length, other.requests.length]).toEqual([1, 0]);
  },
);

test.each([
  ['/elsewhere', '/elsewhere'],
  ['', undefined],
])('a redirect within the origin, to %j, is not followed either', async (location, place) => {
  await using server = await serve((_, response) => send(response, 302, '', { location }));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  const error = await failureOf(giftoin.listCollectionChallengeProgress(user));
  expect(error).toMatchObject({ kind: 'redirect', location: place && server.url + place });
  expect(server.requests).toHaveLength(1);
});

test('what a stand-in for fetch has followed on its own is no answer', async () => {
  await using other = await serve((_, response) => send(response, 200, []));
  await using server = await serve((_, response) => send(response, 302, '', { location: other.url }));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, fetch: (url) => fetch(url) });
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'redirect',
    location: `${other.url}/`,
  });
});

test('a base URL may have a path, with or without a slash at its end', async () => {
  await using server = await serve((_, response) => send(response, 200, []));
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
])('the base URL %s is refused', (baseUrl, shown) => {
  const message = `baseUrl is "${shown}". It must be an http(s) URL without credentials, query or fragment.`;
  expect(() => createGiftoinClient({ apiKey, baseUrl })).toThrow(new BadArgumentError(message));
});

describe('a parameter that does not fit is refused before anything is sent', () => {
  const pattern = '^(?!(?:\\.|\\.\\.)$)[A-Za-z0-9_.:@-]{1,128}$';
  const matching = `It must be a string that matches ${pattern}.`;
  const number = 'Pass a string, because large numbers lose digits in JavaScript.';

  test.each([
    ['.', `platformUserId is ".". ${matching}`],
    ['..', `platformUserId is "..". ${matching}`],
    ['', `platformUserId is "". ${matching}`],
    ['a/b', `platformUserId is "a/b". ${matching}`],
    [undefined, `platformUserId is missing. ${matching}`],
    [null, `platformUserId is null. ${matching}`],
    [123456789012345680, `platformUserId is the number 123456789012345680. ${number}`],
    [123456789012345678n, `platformUserId is the number 123456789012345678. ${number}`],
  ])('%s', async (platformUserId, message) => {
    await using server = await serve((_, response) => send(response, 200, []));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    // @ts-expect-error what a program without types may pass
    const error = await failureOf(giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId }));
    expect(error).toMatchObject({ kind: 'badArgument', status: undefined, attempts: 0, message });
    expect(server.requests).toHaveLength(0);
  });

  test('all of them missing', async () => {
    // @ts-expect-error what a program without types may pass
    const call = createGiftoinClient({ apiKey }).listCollectionChallengeProgress();
    expect(await failureOf(call)).toMatchObject({ message: expect.stringMatching(/^platform is missing\. /) });
  });
});
