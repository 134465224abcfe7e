/**
 * A sandbox of the Giftoin collection-challenges API: the contract kept for real, with state, on this machine.
 *
 * @module
 */
export type { LogEntry } from './api/log-entry.ts';
export {
  createSandboxControl,
  type SandboxControl,
  SandboxControlError,
  type SandboxControlOptions,
} from './control/client.ts';
export { defaultToken, type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
