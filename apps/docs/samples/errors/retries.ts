import { createGiftoinClient } from '@giftoin/client';

const user = { platform: 'discord', platformUserId: '123456789012345678' };
// #region options
const giftoin = createGiftoinClient({
  timeout: 10_000, // for the whole call, with its retries. Default: 30 000
  attemptTimeout: 4_000, // for one attempt. Default: 10 000
  retries: 2, // after the first attempt. Default: 2
  onRetry: (error, delay) =>
    console.warn(
      `${error.operationId}: ${error.message} Retrying in ${Math.round(delay)} ms.`,
    ),
});
// The options of one call.
await giftoin.listCollectionChallengeProgress(user, { timeout: 2_000, retries: 0 });
// #endregion
await giftoin.listCollectionChallengeProgress(user);
