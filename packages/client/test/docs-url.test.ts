import { createGiftoinClient } from '@giftoin/client';
import { type FakeResponse, fakeFetch } from '@giftoin/client/testing';
import { expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { user } from './user.ts';

const status = (errorCode: number) => ({ status: { timestamp: 1, errorCode, errorMessage: 'A message.' } });

test.each<[string, FakeResponse, string, string]>([
  ['an error code', { example: 'missingApiKey' }, 'unauthorized', '1002'],
  ['another error code of the same status code', { example: 'unknownApiKey' }, 'unauthorized', '1001'],
  ['a status code', { example: 'rateLimited' }, 'tooManyRequests', '429'],
  ['a status code, without a body', { status: 500, body: '' }, 'internalServer', '500'],
  ['a status code with several error codes, without a body', { status: 401, body: '' }, 'unauthorized', '401'],
  ['a status code, if the error code is unknown', { status: 403, body: status(77) }, 'forbidden', '403'],
  ['a kind, if the status code is unknown', { status: 502 }, 'unexpectedStatus', 'unexpected-status'],
  ['a kind, for a 404 of another server', { status: 404, body: '' }, 'unexpectedStatus', 'unexpected-status'],
  ['a kind, for a success', { body: [1] }, 'wrongShape', 'wrong-shape'],
  ['a kind, without a response', { cut: 'before' }, 'network', 'network'],
])('leads to the page of %s', async (_, response, kind, page) => {
  const giftoin = createGiftoinClient({ apiKey: 'k', retries: 0, fetch: fakeFetch(response) });
  const error = await catchError(giftoin.listCollectionChallengeProgress(user));
  expect(error).toMatchObject({ kind, docs: `https://giftoin.github.io/contract/errors/${page}/` });
});

test('leads to a page from every other error', async () => {
  expect(await catchError(Promise.resolve().then(() => createGiftoinClient({ apiKey: '' })))).toMatchObject({
    kind: 'badArgument',
    docs: 'https://giftoin.github.io/contract/errors/bad-argument/',
  });
});
