import type { OperationId } from '@giftoin/types';
import type { OperationHandler } from './handler.ts';
import { getCollectionChallengeProgress } from './operations/getCollectionChallengeProgress.ts';
import { listCollectionChallengeProgress } from './operations/listCollectionChallengeProgress.ts';

/** A handler for every operation of the document. The type check fails here if one is missing. */
export const handlers: { readonly [Id in OperationId]: OperationHandler<Id> } = {
  listCollectionChallengeProgress,
  getCollectionChallengeProgress,
};
