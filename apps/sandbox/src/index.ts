/**
 * A sandbox of the Giftoin collection-challenges API: a local server with state.
 *
 * @module
 */
export type { LogEntry } from './api/log-entry.ts';
export { createSandboxControl, type SandboxControl, type SandboxControlOptions } from './control/client.ts';
export { SandboxControlError } from './control/sandbox-control-error.ts';
export { defaultToken, type Sandbox, type SandboxOptions, startSandbox } from './sandbox.ts';
