/**
 * Machine-written from openapi.yaml. Do not edit: change the document and run `pnpm generate`.
 */

import type { operations } from './schema.ts';

/** What the document says of every operation, by its operationId. */
export interface Operations {
/** List a user's progress in all collections.
 * 
 * Returns every program that is visible to the API key, with the user's progress in each. If the
 * user owns no cards or is unknown to the provider, every program has a progress of 0 %.
 * 
 * Source: the provider's page of these endpoints (`GET /api/v1/users/{platform}/{platformUserId}/progress/collection-challenges`).
 * 
 * @example
 * const answer = await giftoin.listCollectionChallengeProgress({"platform":"discord","platformUserId":"123456789012345678"}); */
  readonly listCollectionChallengeProgress: operations['listCollectionChallengeProgress'];
/** Get a user's progress in one collection.
 * 
 * Returns one program, with the same schema as an item of the list. The list contains a program if
 * and only if this operation returns it.
 * 
 * Source: the provider's page of these endpoints (`GET /api/v1/users/{platform}/{platformUserId}/progress/collection-challenges/{programId}`).
 * 
 * @example
 * const answer = await giftoin.getCollectionChallengeProgress({"platform":"discord","platformUserId":"123456789012345678","programId":"program_123"}); */
  readonly getCollectionChallengeProgress: operations['getCollectionChallengeProgress'];
}
