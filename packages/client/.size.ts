import { createGiftoinClient } from './src/index.ts';

console.log(
  await createGiftoinClient({ apiKey: 'k' }).listCollectionChallengeProgress({
    platform: 'discord',
    platformUserId: '1',
  }),
);
