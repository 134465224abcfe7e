// #region client
import { readFile } from 'node:fs/promises';
import { createGiftoinClient } from '@giftoin/client';

const file = process.env.GIFTOIN_API_KEY_FILE ?? '/run/secrets/giftoin-api-key';
// Called for every attempt, and once more after a 401. So the file can be replaced
// while the program runs.
const apiKey = async () => (await readFile(file, 'utf8')).trim();
const giftoin = createGiftoinClient({ apiKey });
// #endregion
const user = { platform: 'discord', platformUserId: '123456789012345678' };
console.log((await giftoin.listCollectionChallengeProgress(user)).length);
