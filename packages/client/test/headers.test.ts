import { type CallOptions, createGiftoinClient } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'secret/of the=tests';
test.each(['x-gft_api_key', 'X-GFT-API-Key', 'gft-api-key'])('throws if a call sets the header %s', async (name) => {
  const giftoin = createGiftoinClient({ apiKey });
  const error = await catchError(
    giftoin.listCollectionChallengeProgress(user, { headers: { [name]: 'other-secret' } }),
  );
  expect(error).toMatchObject({
    kind: 'badArgument',
    message: `The header "${name}" is reserved for the API key. Use the option apiKey.`,
  });
});

test('sends the headers of a call, and throws for an invalid value without revealing it', async () => {
  await using server = await startServer((_, response) => send(response, 200, []));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, userAgent: 'my-bot/2.1' });
  await giftoin.listCollectionChallengeProgress(user, { headers: { TraceParent: '00-1' } });
  expect(server.requests[0]?.headers).toMatchObject({
    traceparent: '00-1',
    accept: 'application/json',
    'user-agent': expect.stringMatching(/^my-bot\/2\.1 giftoin-client\/\d+\.\d+\.\d+$/),
  });
  const error = await catchError(giftoin.listCollectionChallengeProgress(user, { headers: { 'x-a': 'b\nsecret' } }));
  expect(error).toMatchObject({
    message: 'The header "x-a" contains a control or non-Latin-1 character at index 1.',
  });
});

test.each([
  ['Headers', () => new Headers({ TraceParent: '00-1', 'x-a': 'b' })],
  [
    'a Map',
    () =>
      new Map([
        ['TraceParent', '00-1'],
        ['x-a', 'b'],
      ]),
  ],
  [
    'entries',
    () =>
      [
        ['TraceParent', '00-1'],
        ['x-a', 'b'],
      ] as const,
  ],
  ['an iterator', () => Object.entries({ TraceParent: '00-1', 'x-a': 'b' }).values()],
])('sends the headers of a call that are %s', async (_, createHeaders) => {
  const fetch = fakeFetch('emptyList');
  await createGiftoinClient({ apiKey, fetch }).listCollectionChallengeProgress(user, { headers: createHeaders() });
  expect(fetch.requests[0]?.headers).toMatchObject({ traceparent: '00-1', 'x-a': 'b' });
});

test('joins the values of a header that is given twice, as fetch does', async () => {
  const fetch = fakeFetch('emptyList');
  const headers = [
    ['X-A', '1'],
    ['x-a', '2'],
  ] as const;
  await createGiftoinClient({ apiKey, fetch }).listCollectionChallengeProgress(user, { headers });
  expect(fetch.requests[0]?.headers).toMatchObject({ 'x-a': '1, 2' });
});

test.each([
  ['a reserved name in Headers', () => new Headers({ 'X-GFT-API-Key': 'other' }), /is reserved for the API key/],
  ['an invalid value in a Map', () => new Map([['x-a', 'b\nsecret']]), /^The header "x-a" contains a control/],
  ['a string', () => 'x-a: b', 'headers is not an object of headers.'],
  ['a number', () => 5, 'headers is not an object of headers.'],
  ['a list of strings', () => ['x-a: b'], 'headers is not an object of headers.'],
  ['a function', () => () => ({}), 'headers is not an object of headers.'],
])('throws for %s', async (_, createHeaders, message) => {
  const fetch = fakeFetch('emptyList');
  const options = { headers: createHeaders() } as CallOptions;
  const error = await catchError(createGiftoinClient({ apiKey, fetch }).listCollectionChallengeProgress(user, options));
  expect(error).toMatchObject({
    kind: 'badArgument',
    message: typeof message === 'string' ? message : expect.stringMatching(message),
  });
  expect(JSON.stringify(error)).not.toContain('secret');
});
