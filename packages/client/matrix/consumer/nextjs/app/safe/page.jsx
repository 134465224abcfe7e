import { createGiftoinClient } from '@giftoin/client';

export default async function Page() {
  const giftoin = createGiftoinClient({ baseUrl: process.env.GIFTOIN_URL });
  const user = { platform: 'discord', platformUserId: '42' };
  const result = await giftoin.safe.listCollectionChallengeProgress(user);
  return <p>{result.ok ? `count ${result.value[0].collectedCount}.` : result.error.message}</p>;
}
