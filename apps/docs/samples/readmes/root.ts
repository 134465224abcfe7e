// #region quick-start
import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient({ apiKey: 'demo', baseUrl: 'http://127.0.0.1:4010' }); // Default: production
const programs = await giftoin.listCollectionChallengeProgress({
  platform: 'discord',
  platformUserId: '123456789012345678', // A string: the number does not fit a JavaScript number.
});
// #endregion
console.log(programs.length);
