import type { OperationId, OperationParameters } from '@giftoin/types';
import type { Memory, View } from './memory.ts';
import { getCollectionChallengeProgress } from './operations/getCollectionChallengeProgress.ts';
import { listCollectionChallengeProgress } from './operations/listCollectionChallengeProgress.ts';

/** Answers an operation with the bytes of its JSON; undefined where what is asked for is not there. */
export type Handler<Id extends OperationId> = (
  memory: Memory,
  view: View,
  parameters: OperationParameters<Id>,
) => Promise<Buffer | undefined>;

/** A handler for every operation of the document: one that has none fails the type check here. */
export const handlers: { readonly [Id in OperationId]: Handler<Id> } = {
  listCollectionChallengeProgress,
  getCollectionChallengeProgress,
};
