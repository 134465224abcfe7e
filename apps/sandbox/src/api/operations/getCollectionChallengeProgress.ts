import type { Handler } from '../handler.ts';

/** One program with the user's progress, where it exists and is visible. */
export const getCollectionChallengeProgress: Handler<'getCollectionChallengeProgress'> = (
  memory,
  view,
  { programId },
) => memory.one(view, programId);
