import { createGiftoinClient } from '@giftoin/client';

// What happens without `cache: 'no-store'`: Next.js renders this page when it builds the app, and never again.
export default async function Page() {
  const giftoin = createGiftoinClient({ baseUrl: process.env.GIFTOIN_URL, fetchOptions: { cache: undefined } });
  const [program] = await giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '42' });
  return <p>{`count ${program.collectedCount}.`}</p>;
}
