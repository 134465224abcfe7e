// #region batch
import { createGiftoinClient } from '@giftoin/client';
import { createLimiter } from './limiter.ts';

// Long enough to wait for a Retry-After.
const giftoin = createGiftoinClient({ timeout: 120_000 });
const limit = createLimiter({ perMinute: 600, concurrent: 4 });

/** Fetches the progress of many users, for example for a leaderboard once an hour. */
export async function fetchAll(userIds: readonly string[]) {
  return Promise.all(
    userIds.map((platformUserId) =>
      limit(() =>
        giftoin.safe.listCollectionChallengeProgress({
          platform: 'discord',
          platformUserId,
        }),
      ),
    ),
  );
}
// #endregion
const results = await fetchAll(['1', '2', '3', '4', '5', '6']);
console.log(results.filter(({ ok }) => ok).length);
