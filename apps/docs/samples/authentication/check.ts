// #region check
import { createGiftoinClient } from '@giftoin/client';

const giftoin = createGiftoinClient();

/**
 * Call this when your program starts, so that a wrong API key does not show up hours
 * later.
 */
export async function checkApiKey(): Promise<void> {
  const result = await giftoin.safe.listCollectionChallengeProgress({
    platform: 'discord',
    platformUserId: '1',
  });
  if (result.ok) return;
  const { kind, message } = result.error;
  if (kind === 'unauthorized')
    throw new Error(`Giftoin does not accept the API key: ${message}`);
  console.warn(`The API key was not checked: ${message}`);
}
// #endregion
await checkApiKey().catch((error) => console.log(error.message));
