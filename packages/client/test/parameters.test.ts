import { createGiftoinClient } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';
import { parameterPatterns, parameterRules } from '@giftoin/types';
import { describe, expect, test } from 'vitest';
import { catchError } from './catch-error.ts';
import { send, startServer } from './start-server.ts';

const apiKey = 'test-api-key';

describe('throws for an invalid parameter and sends no request', () => {
  const pattern = parameterPatterns.platformUserId;
  const matching = `${parameterRules.platformUserId} The pattern is ${pattern}.`;
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
    await using server = await startServer((_, response) => send(response, 200, []));
    const giftoin = createGiftoinClient({ apiKey, baseUrl: server.url });
    // @ts-expect-error invalid values that untyped programs can pass
    const error = await catchError(giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId }));
    expect(error).toMatchObject({ kind: 'badArgument', status: undefined, attempts: 0, message });
    expect(server.requests).toHaveLength(0);
  });

  test('names the first parameter if all are missing', async () => {
    // @ts-expect-error invalid values that untyped programs can pass
    const call = createGiftoinClient({ apiKey }).listCollectionChallengeProgress();
    expect(await catchError(call)).toMatchObject({ message: expect.stringMatching(/^platform is missing\. /) });
  });
});

test('reads each parameter once, so that the value that was validated is the value in the URL', async () => {
  const values = ['123', '../../other/users/1'];
  const fetch = fakeFetch('emptyList');
  const giftoin = createGiftoinClient({ apiKey, fetch });
  await giftoin.listCollectionChallengeProgress({
    platform: 'discord',
    get platformUserId() {
      return values.shift() ?? '';
    },
  });
  expect(fetch.requests[0]?.url).toMatch(/\/users\/discord\/123\/progress/);
  expect(values).toHaveLength(1);
});

test('gives the rule of each parameter in words before the pattern', async () => {
  const giftoin = createGiftoinClient({ apiKey });
  const one = { platform: 'Discord', platformUserId: '1', programId: 'a.b' };
  expect(await catchError(giftoin.getCollectionChallengeProgress(one))).toMatchObject({
    message: `platform is "Discord". ${parameterRules.platform} The pattern is ${parameterPatterns.platform}.`,
  });
  expect(await catchError(giftoin.getCollectionChallengeProgress({ ...one, platform: 'discord' }))).toMatchObject({
    message: `programId is "a.b". ${parameterRules.programId} The pattern is ${parameterPatterns.programId}.`,
  });
});
