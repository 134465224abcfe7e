import type { OperationParameters } from '@giftoin/types';
import type { Handler } from '../handler.ts';

/** One program with the user's progress, if it exists and is visible. */
export const getCollectionChallengeProgress: Handler<OperationParameters<'getCollectionChallengeProgress'>> = async (
  { programId, ...user },
  { cache, viewUser },
) => cache.formatOne(await viewUser(user), programId);
