// Checked by `tsc`: each misuse stands under an @ts-expect-error, which fails where the misuse compiles.
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
// @ts-expect-error an id is a string: the numbers of platforms do not fit a JavaScript number
giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: 42 });
// @ts-expect-error the list takes no programId
giftoin.listCollectionChallengeProgress({ ...user, programId: 'program_123', more: 1 });
// @ts-expect-error there is no such operation
giftoin.claimReward(user);
// @ts-expect-error the header is one of the three
createGiftoinClient({ apiKey: 'a', apiKeyHeader: 'authorization' });
// @ts-expect-error answers are read-only
(await list).push(await one);
