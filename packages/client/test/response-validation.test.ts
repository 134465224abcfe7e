import { createGiftoinClient, type GiftoinError, isKnownProgressStatus, type Rules } from '@giftoin/client';
import { fakeFetch, fixtures } from '@giftoin/client/testing';
import { checkList, checkProgress } from '@giftoin/rules';
import { parameterPatterns } from '@giftoin/types';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';
import { user } from './user.ts';

const apiKey = 'test-api-key';
const program = fixtures.getCollectionChallengeProgress.inProgress;
const [first, second, third] = program.cards;

describe('throws an error with the path of the first violation of the schema', () => {
  test.each([
    [{}, ': expected array, got object'],
    [[program, 1], '[1]: expected object, got integer'],
    [
      [{ ...program, cards: [first, second, { ...third, isOwned: 'yes' }] }],
      '[0].cards[2].isOwned: expected boolean, got string',
    ],
    [[{ ...program, name: undefined }], '[0].name: expected string, got nothing'],
    [[{ ...program, size: -1 }], '[0].size: expected at least 0, got -1'],
    [[{ ...program, size: 1.5 }], '[0].size: expected integer, got number'],
    [[{ ...program, progressInPercentage: 101 }], '[0].progressInPercentage: expected at most 100, got 101'],
    [[{ ...program, size: 2 ** 31 }], '[0].size: expected at most 2147483647, got 2147483648'],
    [
      [{ ...program, createdTimestamp: 2 ** 53 }],
      '[0].createdTimestamp: expected at most 9007199254740991, got 9007199254740992',
    ],
    [
      [{ ...program, createdTimestamp: -(2 ** 53) }],
      '[0].createdTimestamp: expected at least -9007199254740991, got -9007199254740992',
    ],
    [
      [{ ...program, image: 'http://example.com/a.png' }],
      '[0].image: expected a string that matches ^https://[A-Za-z0-9[], got "http://example.com/a.png"',
    ],
    [
      [{ ...program, cards: [{ ...first, image: 'javascript:alert(1)' }] }],
      '[0].cards[0].image: expected a string that matches ^https://[A-Za-z0-9[], got "javascript:alert(1)"',
    ],
    [[{ ...program, id: 'a/b' }], `[0].id: expected a string that matches ${parameterPatterns.programId}, got "a/b"`],
    [[{ ...program, timeLeft: '1' }], '[0].timeLeft: expected integer|null, got string'],
    [[{ ...program, duration: { ...program.duration, end: [] } }], '[0].duration.end: expected object|null, got array'],
    [[{ ...program, status: null }], '[0].status: expected string, got null'],
  ])('%j', async (body, message) => {
    await using server = await startServer((_, response) => send(response, 200, body));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    expect(await catchError(giftoin.listCollectionChallengeProgress(user))).toMatchObject({
      kind: 'wrongShape',
      status: 200,
      attempts: 1,
      path: message.split(':')[0],
      message: `The response violates the contract${message.startsWith(':') ? '' : ' at '}${message}.`,
    });
  });
});

test('starts the path of a property at the root with its name', async () => {
  const giftoin = createGiftoinClient({ apiKey, fetch: fakeFetch({ body: { ...program, id: 1 } }) });
  const error = await catchError(giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' }));
  expect(error).toMatchObject({
    path: 'id',
    message: 'The response violates the contract at id: expected string, got integer.',
  });
});

test('keeps unknown properties, unknown values of open sets, null, and absent optional properties', async () => {
  const { timeLeft, reward, ...rest } = program;
  const body = [
    { ...rest, status: 'paused', more: { of: ['this'] } },
    { ...program, timeLeft: null, reward: null },
  ];
  await using server = await startServer((_, response) => send(response, 200, body));
  expect(await createGiftoinClient({ apiKey, baseUrl: server.url }).listCollectionChallengeProgress(user)).toEqual(
    body,
  );
  expect([timeLeft, reward?.id]).toEqual([604800000, 'reward_789']);
  expect(['paused', 'completed'].map(isKnownProgressStatus)).toEqual([false, true]);
});

test('passes the error to onWarning and returns the response with `warn`, and does not validate with `off`', async () => {
  await using server = await startServer((_, response) => send(response, 200, [1]));
  const warnings: GiftoinError[] = [];
  const onWarning = (warning: GiftoinError) => warnings.push(warning);
  const warning = createGiftoinClient({ apiKey, baseUrl: server.url, responseValidation: 'warn', onWarning });
  expect(await warning.listCollectionChallengeProgress(user)).toEqual([1]);
  expect(warnings).toMatchObject([{ kind: 'wrongShape', operationId: 'listCollectionChallengeProgress', path: '[0]' }]);
  const silent = createGiftoinClient({ apiKey, baseUrl: server.url, responseValidation: 'off', onWarning });
  expect(await silent.listCollectionChallengeProgress(user)).toEqual([1]);
  expect(warnings).toHaveLength(1);
});

test('validates responses against the rules of @giftoin/rules', async () => {
  const checks = { listCollectionChallengeProgress: checkList, getCollectionChallengeProgress: checkProgress };
  const rules = checks as unknown as Rules;
  const giftoin = (fetch: ReturnType<typeof fakeFetch>) => createGiftoinClient({ apiKey, fetch, rules });
  expect(await giftoin(fakeFetch()).listCollectionChallengeProgress(user)).toEqual(
    fixtures.listCollectionChallengeProgress.providerPage,
  );
  const broken = giftoin(fakeFetch({ body: [{ ...program, progressInPercentage: 67 }] }));
  expect(await catchError(broken.listCollectionChallengeProgress(user))).toMatchObject({
    kind: 'wrongShape',
    path: '[0].progressInPercentage',
  });
});
