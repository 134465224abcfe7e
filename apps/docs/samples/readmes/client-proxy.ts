import { createGiftoinClient } from '@giftoin/client';
// #region proxy
import { fetch, ProxyAgent } from 'undici';

const dispatcher = new ProxyAgent('http://127.0.0.1:3128');
const giftoin = createGiftoinClient({ fetch, fetchOptions: { dispatcher } });
// #endregion
console.log(typeof giftoin.listCollectionChallengeProgress);
await dispatcher.close();
