import type { SandboxControl } from '@giftoin/simulator';
import type { ControlOperationId } from '@giftoin/types/sandbox-control';

/** The operations of the control API that the explorer calls. The script of the page contains only these. */
export const controlOperationIds = [
  'grantCard',
  'revokeCard',
  'completeCollection',
  'claimReward',
  'unclaimReward',
  'getClock',
  'advanceClock',
  'followSystemClock',
  'injectFault',
  'applyScenario',
  'resetWorkspace',
] as const satisfies readonly ControlOperationId[];

/** The control side of a sandbox, as far as the explorer uses it. */
export type Control = Pick<SandboxControl, (typeof controlOperationIds)[number]>;
