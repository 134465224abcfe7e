import type { OperationId } from '@giftoin/types';
import type { Handler } from './handler.ts';
import { getCollectionChallengeProgress } from './operations/getCollectionChallengeProgress.ts';
import { listCollectionChallengeProgress } from './operations/listCollectionChallengeProgress.ts';

/** A handler for every operation of the document: one that has none fails the type check here. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = {
  listCollectionChallengeProgress,
  getCollectionChallengeProgress,
};
