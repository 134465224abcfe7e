import type { Commands } from './command.ts';
import { parseUser, readNumberFlag } from './parse-values.ts';

/** Commands for the cards that users own and the rewards that they have claimed. */
export const cardCommands: Commands = {
  grant: {
    parameters: 'USER PROGRAM CARD',
    flags: ['quantity'],
    description: 'give a card to a user',
    run: (control, args, flags) => control.grantCard({ ...parseCard(args), ...readNumberFlag(flags, 'quantity') }),
  },
  revoke: {
    parameters: 'USER PROGRAM CARD',
    flags: ['quantity'],
    description: 'take a card from a user',
    run: (control, args, flags) => control.revokeCard({ ...parseCard(args), ...readNumberFlag(flags, 'quantity') }),
  },
  complete: {
    parameters: 'USER PROGRAM',
    flags: ['missing'],
    description: 'give all cards of a program to a user, or all but the last N',
    run: (control, args, flags) =>
      control.completeCollection({ ...parseProgram(args), ...readNumberFlag(flags, 'missing') }),
  },
  claim: {
    parameters: 'USER PROGRAM',
    description: 'claim the reward of a completed collection',
    run: (control, args) => control.claimReward(parseProgram(args)),
  },
  unclaim: {
    parameters: 'USER PROGRAM',
    description: 'cancel the claim',
    run: (control, args) => control.unclaimReward(parseProgram(args)),
  },
};

function parseProgram([user = '', programId = '']: readonly string[]) {
  return { ...parseUser(user), programId };
}

function parseCard([user = '', programId = '', cardId = '']: readonly string[]) {
  return { ...parseUser(user), programId, cardId };
}
