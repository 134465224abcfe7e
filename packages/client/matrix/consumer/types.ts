/** What the types allow, and under each @ts-expect-error what they do not: checked and never run. */
import {
  type CardRarity,
  type CollectionChallengeProgress,
  createGiftoinClient,
  type GiftoinClient,
  GiftoinError,
  NotFoundError,
} from '@giftoin/client';
import { fakeFetch, fixtures } from '@giftoin/client/testing';

const giftoin: GiftoinClient = createGiftoinClient({
  apiKey: async () => 'rotated',
  retries: 1,
  fetch: fakeFetch('claimed'),
});
const user = { platform: 'discord', platformUserId: '123456789012345678' };
const one = { ...user, programId: 'program_123' };

export const list: readonly CollectionChallengeProgress[] = await giftoin.listCollectionChallengeProgress(user);
export const claimed: CollectionChallengeProgress = fixtures.getCollectionChallengeProgress.claimed;
export const known: CardRarity = 'rare';
export const unknown: CardRarity = 'mythical';

export async function narrowed(): Promise<number | undefined> {
  try {
    const { value, response } = await giftoin.raw.getCollectionChallengeProgress(one, { timeout: 1_000 });
    return response.ok ? (value.reward?.claimedTimestamp ?? undefined) : undefined;
  } catch (error) {
    if (!(error instanceof GiftoinError)) throw error;
    if (error.kind === 'notFound') {
      const status: 404 = error.status;
      return error instanceof NotFoundError ? status : undefined;
    }
    // @ts-expect-error a 404 is told apart by now
    return error.status === 404 ? 0 : error.retryAfter;
  }
}

const result = await giftoin.safe.getCollectionChallengeProgress(one);
export const outcome: string = result.ok ? result.value.name : result.error.message;
// @ts-expect-error the value is there only where it is ok
result.value;
// @ts-expect-error programId is missing
giftoin.getCollectionChallengeProgress(user);
// @ts-expect-error an id is a string: the numbers of platforms do not fit a JavaScript number
giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: 42 });
// @ts-expect-error there is no such operation
giftoin.claimReward(user);
// @ts-expect-error there is no such option
createGiftoinClient({ apiKye: 'a' });
// @ts-expect-error the header is one of the three
createGiftoinClient({ apiKeyHeader: 'authorization' });
// @ts-expect-error answers are read-only
list[0]?.cards.push();
// @ts-expect-error there is no such example
fakeFetch('unheardOf');
