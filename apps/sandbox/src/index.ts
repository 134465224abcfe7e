/**
 * A sandbox of the Giftoin collection-challenges API: a local server with state.
 *
 * @module
 */
export {
  createSandboxControl,
  type SandboxControl,
  SandboxControlError,
  type SandboxControlOptions,
} from '@giftoin/simulator/control';
export type { LogEntry } from '@giftoin/simulator/sandbox';
export { defaultToken, type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
