// #region handle
import { createGiftoinClient, isGiftoinError } from '@giftoin/client';

const giftoin = createGiftoinClient();

/**
 * Returns the progress, undefined if there is no such program, or throws an error that
 * the caller cannot handle either.
 */
export async function findProgress(platformUserId: string, programId: string) {
  try {
    return await giftoin.getCollectionChallengeProgress({
      platform: 'discord',
      platformUserId,
      programId,
    });
  } catch (error) {
    if (!isGiftoinError(error)) throw error;
    switch (error.kind) {
      case 'notFound':
        return undefined;
      case 'unauthorized':
      case 'paymentRequired':
      case 'forbidden':
        console.error(`Give this to the owner of the API key: ${error.message}`);
        throw error;
      case 'tooManyRequests':
        console.warn(`Send the next request in ${error.retryAfter} ms.`);
        throw error;
      default:
        // The client has already retried what can be retried.
        console.error(
          `${error.operationId} failed after ${error.attempts} attempts: ${error.message}`,
        );
        throw error;
    }
  }
}
// #endregion
const user = '123456789012345678';
console.log(
  (await findProgress(user, 'program_123'))?.name,
  await findProgress(user, 'program_unknown'),
);
