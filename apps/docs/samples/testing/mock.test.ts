import { createGiftoinClient } from '@giftoin/client';
import { startMock } from '@giftoin/mock';
import { afterAll, beforeAll, expect, test } from 'vitest';

let mock: Awaited<ReturnType<typeof startMock>>;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

test('shows a reward that can be claimed', async () => {
  const giftoin = createGiftoinClient({ apiKey: 'test', baseUrl: mock.url });
  const program = await giftoin.getCollectionChallengeProgress(
    { platform: 'discord', platformUserId: '42', programId: 'program_123' },
    { headers: { prefer: 'example=claimable' } },
  );
  expect(program.reward?.canClaim).toBe(true);
});

test('handles an overdue subscription', async () => {
  const giftoin = createGiftoinClient({ apiKey: 'test', baseUrl: mock.url });
  const result = await giftoin.safe.listCollectionChallengeProgress(
    { platform: 'discord', platformUserId: '42' },
    { headers: { prefer: 'code=402' } },
  );
  expect(result).toMatchObject({ ok: false, error: { kind: 'paymentRequired' } });
});
