import type { Commands } from './command.ts';
import { numberFlag, userFrom } from './values.ts';

/** What a user owns and has claimed. */
export const cards: Commands = {
  grant: {
    words: 'USER PROGRAM CARD',
    flags: ['quantity'],
    about: 'give a user, such as discord/42, a card',
    run: (control, words, flags) => control.grantCard({ ...cardFrom(words), ...numberFlag(flags, 'quantity') }),
  },
  revoke: {
    words: 'USER PROGRAM CARD',
    flags: ['quantity'],
    about: 'take a card from a user',
    run: (control, words, flags) => control.revokeCard({ ...cardFrom(words), ...numberFlag(flags, 'quantity') }),
  },
  complete: {
    words: 'USER PROGRAM',
    flags: ['missing'],
    about: 'give every card, but for the last N',
    run: (control, words, flags) =>
      control.completeCollection({ ...placeFrom(words), ...numberFlag(flags, 'missing') }),
  },
  claim: {
    words: 'USER PROGRAM',
    about: 'claim the reward of a complete collection',
    run: (control, words) => control.claimReward(placeFrom(words)),
  },
  unclaim: {
    words: 'USER PROGRAM',
    about: 'take the claim back',
    run: (control, words) => control.unclaimReward(placeFrom(words)),
  },
};

function placeFrom([user = '', programId = '']: readonly string[]) {
  return { ...userFrom(user), programId };
}

function cardFrom([user = '', programId = '', cardId = '']: readonly string[]) {
  return { ...userFrom(user), programId, cardId };
}
