import { createNotFoundError } from '../errors.ts';
import type { OperationHandler } from '../handler.ts';

/** One program with the user's progress, if it exists and is visible. */
export const getCollectionChallengeProgress: OperationHandler<'getCollectionChallengeProgress'> = async (
  { programId, ...user },
  { readProgress },
) => {
  const progress = await readProgress(user, programId);
  if (!progress) throw createNotFoundError();
  return progress;
};
