import { createGiftoinClient } from '@giftoin/client';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';

test.each([301, 302, 303, 307, 308])('does not follow a redirect with %i to another origin', async (status) => {
  await using other = await startServer((_, response) => send(response, 200, []));
  await using server = await startServer((_, response) =>
    send(response, status, '', { location: `${other.url}/there?a=1` }),
  );
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'redirect',
    status,
    attempts: 1,
    location: `${other.url}/there`,
    message: `The server redirected to ${other.url}/there. The client does not follow redirects. Check baseUrl.`,
  });
  expect([server.requests.length, other.requests.length]).toEqual([1, 0]);
});

test.each([
  ['/elsewhere', '/elsewhere'],
  ['', undefined],
])('does not follow a redirect within the origin, to %j', async (location, place) => {
  await using server = await startServer((_, response) => send(response, 302, '', { location }));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  const error = await catchError(giftoin.listCollectionChallengeProgress(user));
  expect(error).toMatchObject({ kind: 'redirect', location: place && server.url + place });
  expect(server.requests).toHaveLength(1);
});

test('throws a redirect error if a custom fetch has followed a redirect', async () => {
  await using other = await startServer((_, response) => send(response, 200, []));
  await using server = await startServer((_, response) => send(response, 302, '', { location: other.url }));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, fetch: (url) => fetch(url) });
  expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'redirect',
    location: `${other.url}/`,
  });
});
