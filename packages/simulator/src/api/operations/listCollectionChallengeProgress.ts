import type { OperationHandler } from '../handler.ts';

/** Every visible program, with the user's progress in each. */
export const listCollectionChallengeProgress: OperationHandler<'listCollectionChallengeProgress'> = (
  user,
  { listProgress },
) => listProgress(user);
