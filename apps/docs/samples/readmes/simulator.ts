// #region simulator
import { createGiftoinClient } from '@giftoin/client';
import { createSimulator } from '@giftoin/simulator';

const { fetch, apiKeys, control } = createSimulator();
const giftoin = createGiftoinClient({ apiKey: apiKeys.default, fetch });
const user = { platform: 'discord', platformUserId: '42' };

await control.completeCollection({ ...user, programId: 'program_123' });
await control.claimReward({ ...user, programId: 'program_123' });
const programs = await giftoin.listCollectionChallengeProgress(user);
// #endregion
console.log(programs.map(({ reward }) => reward?.isClaimed));
