import type { Control } from './control.ts';
import type { Step } from './steps.ts';

/** Makes the change of a step in a sandbox. */
export async function runStep(control: Control, step: Step): Promise<void> {
  switch (step.kind) {
    case 'scenario': {
      const { platform, platformUserId } = step;
      // The URL of a link can contain any name. The sandbox rejects one that it does not know.
      await control.applyScenario({ scenario: step.scenario as 'new-user', platform, platformUserId });
      return;
    }
    case 'grant':
    case 'revoke': {
      const { kind, ...card } = step;
      await (kind === 'grant' ? control.grantCard(card) : control.revokeCard(card));
      return;
    }
    case 'complete': {
      const { kind: _, ...request } = step;
      await control.completeCollection(request);
      return;
    }
    case 'claim':
    case 'unclaim': {
      const { kind, ...userProgram } = step;
      await (kind === 'claim' ? control.claimReward(userProgram) : control.unclaimReward(userProgram));
      return;
    }
    case 'clock':
      await control.advanceClock({ by: step.by });
      return;
    case 'follow':
      await control.followSystemClock();
      return;
  }
}
