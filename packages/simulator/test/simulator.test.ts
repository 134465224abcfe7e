import { createGiftoinClient } from '@giftoin/client';
import { createSimulator, SandboxControlError } from '@giftoin/simulator';
import { expect, test } from 'vitest';

const user = { platform: 'discord', platformUserId: '42' };
const path = 'https://api.example/api/v1/users/discord/42/progress/collection-challenges';

test('serves a client without a server, and shows every change', async () => {
  const { fetch, apiKeys, control } = createSimulator();
  const giftoin = createGiftoinClient({ apiKey: apiKeys.default, fetch });
  const read = async () => (await giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' })).status;
  expect(await read()).toBe('in_progress');
  expect(await control.completeCollection({ ...user, programId: 'program_123' })).toMatchObject({ canClaim: true });
  expect(await read()).toBe('completed');
});

test('throws the errors of the sandbox', async () => {
  const { control } = createSimulator();
  const claim = control.claimReward({ ...user, programId: 'program_123' });
  await expect(claim).rejects.toThrow(SandboxControlError);
  await expect(claim).rejects.toMatchObject({
    status: 409,
    message: 'The reward of program_123 cannot be claimed: the user owns 0 of 10 cards.',
  });
});

test.each([
  ['default', 200],
  ['overdue', 402],
  ['denied', 403],
  ['failing', 500],
] as const)('the API key %s gets %i', async (name, status) => {
  const { fetch, apiKeys } = createSimulator();
  expect(await fetch(path, { headers: { 'x-gft-api-key': apiKeys[name] } })).toMatchObject({ status, url: path });
});
