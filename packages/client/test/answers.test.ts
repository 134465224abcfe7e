import { createGiftoinClient, type GiftoinError, isKnownProgressStatus, type Rules } from '@giftoin/client';
import { fakeFetch, fixtures } from '@giftoin/client/testing';
import { checkList, checkProgress } from '@giftoin/rules';
import { describe, expect, test } from 'vitest';
import { failureOf, send, serve, user } from './server.ts';

const apiKey = 'key-of-the-tests';
const program = fixtures.getCollectionChallengeProgress.inProgress;
const [first, second, third] = program.cards;

describe('an answer that is not as documented is an error that names the place', () => {
  test.each([
    [{}, 'the response body: expected array, got object'],
    [[program, 1], '[1]: expected object, got integer'],
    [
      [{ ...program, cards: [first, second, { ...third, isOwned: 'yes' }] }],
      '[0].cards[2].isOwned: expected boolean, got string',
    ],
    [[{ ...program, name: undefined }], '[0].name: expected string, got nothing'],
    [[{ ...program, size: -1 }], '[0].size: expected at least 0, got -1'],
    [[{ ...program, size: 1.5 }], '[0].size: expected integer, got number'],
    [[{ ...program, progressInPercentage: 101 }], '[0].progressInPercentage: expected at most 100, got 101'],
    [[{ ...program, timeLeft: '1' }], '[0].timeLeft: expected integer|null, got string'],
    [[{ ...program, duration: { ...program.duration, end: [] } }], '[0].duration.end: expected object|null, got array'],
    [[{ ...program, status: null }], '[0].status: expected string, got null'],
  ])('%#', async (body, message) => {
    await using server = await serve((_, response) => send(response, 200, body));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'wrongShape',
      status: 200,
      attempts: 1,
      path: message.split(':')[0]?.replace('the response body', ''),
      message,
    });
  });
});

test('the place in a single answer starts with its name', async () => {
  const giftoin = createGiftoinClient({ apiKey, fetch: fakeFetch({ body: { ...program, id: 1 } }) });
  const error = await failureOf(giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' }));
  expect(error).toMatchObject({ path: 'id', message: 'id: expected string, got integer' });
});

test('open sets, unknown fields, nulls and what may be absent are kept as they are', async () => {
  const { timeLeft, reward, ...rest } = program;
  const body = [
    { ...rest, status: 'paused', more: { of: ['this'] } },
    { ...program, timeLeft: null, reward: null },
  ];
  await using server = await serve((_, response) => send(response, 200, body));
  expect(await createGiftoinClient({ apiKey, baseUrl: server.url }).listCollectionChallengeProgress(user)).toEqual(
    body,
  );
  expect([timeLeft, reward?.id]).toEqual([604800000, 'reward_789']);
  expect(['paused', 'completed'].map(isKnownProgressStatus)).toEqual([false, true]);
});

test.each(['"__proto__"', '"__pro\\u0074o__"'])('an own property %s is removed at any depth', async (name) => {
  const text = `[{"a":{${name}:{"polluted":true},"b":[{${name}:1}]}}]`;
  await using server = await serve((_, response) => send(response, 200, text));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url, responseValidation: 'off' });
  const answer = await giftoin.listCollectionChallengeProgress(user);
  expect(JSON.stringify(answer)).toBe('[{"a":{"b":[{}]}}]');
});

test('where it is told to, the client warns of such an answer and hands it out, or does not look', async () => {
  await using server = await serve((_, response) => send(response, 200, [1]));
  const warnings: GiftoinError[] = [];
  const onWarning = (warning: GiftoinError) => warnings.push(warning);
  const warning = createGiftoinClient({ apiKey, baseUrl: server.url, responseValidation: 'warn', onWarning });
  expect(await warning.listCollectionChallengeProgress(user)).toEqual([1]);
  expect(warnings).toMatchObject([{ kind: 'wrongShape', operationId: 'listCollectionChallengeProgress', path: '[0]' }]);
  const silent = createGiftoinClient({ apiKey, baseUrl: server.url, responseValidation: 'off', onWarning });
  expect(await silent.listCollectionChallengeProgress(user)).toEqual([1]);
  expect(warnings).toHaveLength(1);
});

test('rules can be plugged in', async () => {
  const checks = { listCollectionChallengeProgress: checkList, getCollectionChallengeProgress: checkProgress };
  const rules = checks as unknown as Rules;
  const giftoin = (fetch: ReturnType<typeof fakeFetch>) => createGiftoinClient({ apiKey, fetch, rules });
  expect(await giftoin(fakeFetch()).listCollectionChallengeProgress(user)).toEqual(
    fixtures.listCollectionChallengeProgress.providerPage,
  );
  const broken = giftoin(fakeFetch({ body: [{ ...program, progressInPercentage: 67 }] }));
  expect(await failureOf(broken.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'wrongShape',
    path: '[0].progressInPercentage',
  });
});

test.each([
  ['', 'The response body is not JSON. It starts with "".'],
  ['<h1>Hello</h1>', 'The response body is not JSON. It starts with "<h1>Hello</h1>".'],
  ['[1', 'The response body is not JSON. It starts with "[1".'],
  [`${'['.repeat(100_000)}"\\n"`, expect.stringMatching(/^The response body is not JSON/)],
])('a 200 with the body %.20j is not JSON', async (body, message) => {
  await using server = await serve((_, response) => send(response, 200, body));
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'notJson',
    status: 200,
    message,
  });
});

test('a call can be made without exceptions, and with its response', async () => {
  await using server = await serve((_, response, count) =>
    count === 2 ? send(response, 404, '') : send(response, 200, [], { 'x-more': 'of it' }),
  );
  const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
  expect(await giftoin.safe.listCollectionChallengeProgress(user)).toEqual({ ok: true, value: [] });
  expect(await giftoin.safe.listCollectionChallengeProgress(user)).toMatchObject({
    ok: false,
    error: { kind: 'notFound' },
  });
  const { value, response } = await giftoin.raw.listCollectionChallengeProgress(user);
  expect([value, response.status, response.headers.get('x-more')]).toEqual([[], 200, 'of it']);
});

describe('an answer of 401 says which header was sent', () => {
  test.each([
    [
      'x-gft-api-key',
      'The API key is missing. Send it in the header x-gft-api-key. The API key was sent in the header x-gft-api-key.',
    ],
    [
      'x-gft_api_key',
      'The API key is missing. Send it in the header x-gft-api-key. The API key was sent in the header x-gft_api_key, which nginx drops by default because of its underscore. Use x-gft-api-key.',
    ],
  ] as const)('%s', async (apiKeyHeader, message) => {
    const giftoin = createGiftoinClient({ apiKey, apiKeyHeader, fetch: fakeFetch('missingApiKey') });
    const error = await failureOf(giftoin.listCollectionChallengeProgress(user));
    expect(error).toMatchObject({ kind: 'unauthorized', errorCode: 1002, message });
  });
});

test('an error tells the name of the request', async () => {
  const giftoin = createGiftoinClient({
    apiKey,
    fetch: fakeFetch({ example: 'notFound', headers: { 'x-request-id': 'r-1' } }),
  });
  expect(await failureOf(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
    requestId: 'r-1',
    timestamp: 1798156800000,
  });
});
