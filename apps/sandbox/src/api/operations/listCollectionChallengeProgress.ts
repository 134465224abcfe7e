import type { Handler } from '../handler.ts';

/** Every visible program, with the user's progress in each. */
export const listCollectionChallengeProgress: Handler<'listCollectionChallengeProgress'> = (memory, view) =>
  memory.list(view);
