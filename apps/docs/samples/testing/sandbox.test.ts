import { createGiftoinClient } from '@giftoin/client';
import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
import { expect, test } from 'vitest';

const user = { platform: 'discord', platformUserId: '42' };
const userProgram = { ...user, programId: 'program_123' };

test('a user completes a collection and claims the reward', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const control = createSandboxControl({
    url: sandbox.controlUrl,
    token: sandbox.token,
  });
  const giftoin = createGiftoinClient({
    apiKey: sandbox.apiKeys.default,
    baseUrl: sandbox.url,
  });
  const readProgram = () => giftoin.getCollectionChallengeProgress(userProgram);

  await control.completeCollection({ ...userProgram, missing: 1 });
  expect(await readProgram()).toMatchObject({
    progressInPercentage: 90,
    reward: { canClaim: false },
  });
  await control.grantCard({ ...userProgram, cardId: 'card_465' });
  expect(await readProgram()).toMatchObject({
    progressInPercentage: 100,
    reward: { canClaim: true },
  });
  await control.claimReward(userProgram);
  expect(await readProgram()).toMatchObject({
    reward: { canClaim: false, isClaimed: true },
  });
});

test('the call survives two failures of the server', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const control = createSandboxControl({
    url: sandbox.controlUrl,
    token: sandbox.token,
  });
  const giftoin = createGiftoinClient({
    apiKey: sandbox.apiKeys.default,
    baseUrl: sandbox.url,
  });

  await control.injectFault({ keyName: 'default', status: 500, times: 2 });
  await giftoin.listCollectionChallengeProgress(user);
  expect(await control.readRequestLog()).toHaveLength(3);
});
