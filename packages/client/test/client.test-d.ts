// Checked by `tsc`: an @ts-expect-error fails if the line below it compiles.
import { type CollectionChallengeProgress, createGiftoinClient, type GiftoinClient } from '@giftoin/client';

declare const giftoin: GiftoinClient;
const user = { platform: 'discord', platformUserId: '42' };

export const list: Promise<readonly CollectionChallengeProgress[]> = giftoin.listCollectionChallengeProgress(user);
export const one: Promise<CollectionChallengeProgress> = giftoin.getCollectionChallengeProgress({
  ...user,
  programId: 'program_123',
});

// @ts-expect-error programId is missing
giftoin.getCollectionChallengeProgress(user);
// @ts-expect-error IDs are strings, because large numbers lose digits in JavaScript
giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: 42 });
// @ts-expect-error this operation has no programId
giftoin.listCollectionChallengeProgress({ ...user, programId: 'program_123', more: 1 });
// @ts-expect-error the operation does not exist
giftoin.claimReward(user);
// @ts-expect-error not one of the three headers
createGiftoinClient({ apiKey: 'a', apiKeyHeader: 'authorization' });
// @ts-expect-error response bodies are read-only
(await list).push(await one);
