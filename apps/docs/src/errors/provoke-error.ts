import { createGiftoinClient, type GiftoinError } from '@giftoin/client';
import { fakeFetch } from '@giftoin/client/testing';

/** Creates the error that the client throws for a response, so that the catalogue says what the client does. */
export async function provokeError(status: number, body: unknown): Promise<GiftoinError> {
  const giftoin = createGiftoinClient({ apiKey: 'docs', retries: 0, fetch: fakeFetch({ status, body }) });
  const result = await giftoin.safe.listCollectionChallengeProgress({ platform: 'discord', platformUserId: '1' });
  if (result.ok) throw new Error(`The client accepts the status code ${status}.`);
  return result.error;
}
