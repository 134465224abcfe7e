import type { OperationParameters } from '@giftoin/types';
import type { Handler } from '../handler.ts';

/** Every visible program, with the user's progress in each. */
export const listCollectionChallengeProgress: Handler<OperationParameters<'listCollectionChallengeProgress'>> = async (
  user,
  { cache, viewUser },
) => cache.formatList(await viewUser(user));
