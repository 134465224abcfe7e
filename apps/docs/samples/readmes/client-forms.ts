import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient();
const user = { platform: 'discord', platformUserId: '123456789012345678' };
// #region forms
const programs = await giftoin.listCollectionChallengeProgress(user); // throws a GiftoinError and nothing else
const result = await giftoin.safe.listCollectionChallengeProgress(user); // { ok: true, value } or { ok: false, error }
const { value, response } = await giftoin.raw.listCollectionChallengeProgress(user); // with the response, for its headers
// #endregion
console.log(programs.length, result.ok, value.length, response.status);
