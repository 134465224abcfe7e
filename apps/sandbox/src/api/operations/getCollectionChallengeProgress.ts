import { createNotFoundError } from '../errors.ts';
import type { OperationHandler } from '../handler.ts';

/** One program with the user's progress, if it exists and is visible. */
export const getCollectionChallengeProgress: OperationHandler<'getCollectionChallengeProgress'> = async (
  { programId, ...user },
  { cache, viewUser },
) => {
  const body = await cache.formatOne(await viewUser(user), programId);
  if (!body) throw createNotFoundError();
  return body;
};
