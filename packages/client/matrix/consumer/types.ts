/** Checked by the compiler and never run: an @ts-expect-error fails if the line below it compiles. */
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

export const list: Promise<readonly CollectionChallengeProgress[]> = giftoin.listCollectionChallengeProgress(user);
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
    // @ts-expect-error a 404 has been handled above
    return error.status === 404 ? 0 : error.retryAfter;
  }
}

export async function safe(): Promise<string> {
  const result = await giftoin.safe.getCollectionChallengeProgress(one);
  // @ts-expect-error the value exists only if `ok` is true
  result.value;
  return result.ok ? result.value.name : result.error.message;
}
// @ts-expect-error programId is missing
giftoin.getCollectionChallengeProgress(user);
// @ts-expect-error IDs are strings, because large numbers lose digits in JavaScript
giftoin.listCollectionChallengeProgress({ platform: 'discord', platformUserId: 42 });
// @ts-expect-error the operation does not exist
giftoin.claimReward(user);
// @ts-expect-error the option does not exist
createGiftoinClient({ apiKye: 'a' });
// @ts-expect-error not one of the three headers
createGiftoinClient({ apiKeyHeader: 'authorization' });
// @ts-expect-error response bodies are read-only
list.then(([first]) => first?.cards.push());
// @ts-expect-error the example does not exist
fakeFetch('unknownExample');
