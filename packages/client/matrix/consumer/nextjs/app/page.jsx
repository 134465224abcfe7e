import { createGiftoinClient } from '@giftoin/client';

export default async function Page() {
  const giftoin = createGiftoinClient({ baseUrl: process.env.GIFTOIN_URL });
  const [program] = await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '42' });
  return <p>{`count ${program.collectedCount}.`}</p>;
}
