// #region catch
import { createGiftoinClient, isGiftoinError } from '@giftoin/client';

// #endregion

const giftoin = createGiftoinClient();
const user = { platform: 'discord', platformUserId: '123456789012345678' };
const queue = { pause: async (milliseconds: number | undefined) => console.log('pause', milliseconds) };

console.log((await findProgram('program_123'))?.name, await findProgram('program_unknown'));

async function findProgram(programId: string) {
  // #region catch
  try {
    return await giftoin.getCollectionChallengeProgress({ ...user, programId });
  } catch (error) {
    if (!isGiftoinError(error)) throw error;
    if (error.kind === 'notFound') return undefined;
    if (error.status === 429) await queue.pause(error.retryAfter);
    throw error;
  }
  // #endregion
}
