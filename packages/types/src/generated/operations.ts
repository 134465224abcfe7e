/**
 * Machine-written from openapi.yaml. Do not edit: change the document and run `pnpm generate`.
 */

import type { operations } from './schema.ts';

/** What the document says of every operation, by its operationId. */
export interface Operations {
/** A user's progress in all collections.
 * 
 * Answers every program that is visible to the key, with the user's progress in each. A user who
 * owns nothing, known to the provider or not, gets every visible program at 0 %.
 * 
 * Source: the provider's page of these endpoints (`GET /api/v1/users/{platform}/{platformUserId}/progress/collection-challenges`).
 * 
 * @example
 * const answer = await giftoin.listCollectionChallengeProgress({"platform":"discord","platformUserId":"123456789012345678"}); */
  readonly listCollectionChallengeProgress: operations['listCollectionChallengeProgress'];
/** A user's progress in one collection.
 * 
 * Answers one program, in the shape of an item of the list. A program is in the list exactly where
 * it is answered here.
 * 
 * Source: the provider's page of these endpoints (`GET /api/v1/users/{platform}/{platformUserId}/progress/collection-challenges/{programId}`).
 * 
 * @example
 * const answer = await giftoin.getCollectionChallengeProgress({"platform":"discord","platformUserId":"123456789012345678","programId":"program_123"}); */
  readonly getCollectionChallengeProgress: operations['getCollectionChallengeProgress'];
}
