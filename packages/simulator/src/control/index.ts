/**
 * A client of the control API of a sandbox, for programs and pages.
 *
 * @module
 */
export { createSandboxControl, type SandboxControl, type SandboxControlOptions } from './client.ts';
export { SandboxControlError } from './sandbox-control-error.ts';
export { defaultToken, invalidTokenMessage, isToken } from './token.ts';
