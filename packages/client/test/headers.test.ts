import { inspect } from 'node:util';
import { createGiftoinClient } from '@giftoin/client';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'secret/of the=tests';
const _shown = (value: unknown) =>
  inspect(value, { depth: 20, showHidden: true }) + JSON.stringify(value) + String(value);

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
