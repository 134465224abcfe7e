import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient();
const user = { platform: 'discord', platformUserId: '123456789012345678' };
// #region safe
const result = await giftoin.safe.listCollectionChallengeProgress(user);
if (result.ok) console.log(`${result.value.length} programs`);
else
  console.log(
    `${result.error.kind}, status ${result.error.status}: ${result.error.message}`,
  );
// #endregion
