import { createGiftoinClient } from '@giftoin/client';

export async function GET() {
  const giftoin = createGiftoinClient({ baseUrl: process.env.GIFTOIN_URL });
  const [program] = await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '42' });
  return new Response(`count ${program.collectedCount}.`);
}
