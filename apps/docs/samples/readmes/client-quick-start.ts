// #region calls
import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient(); // reads the API key from GIFTOIN_API_KEY; or createGiftoinClient({ apiKey })
const user = { platform: 'discord', platformUserId: '123456789012345678' };

const programs = await giftoin.listCollectionChallengeProgress(user);
const program = await giftoin.getCollectionChallengeProgress({ ...user, programId: 'program_123' });
// #endregion
console.log(programs.length, program.name);
