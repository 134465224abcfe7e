/**
 * The Giftoin collection-challenges API behind a `fetch` function: what the sandbox does, without a server.
 *
 * @module
 */
export { createSandboxControl, type SandboxControl, type SandboxControlOptions } from './control/client.ts';
export { SandboxControlError } from './control/sandbox-control-error.ts';
export type { Fetch } from './fetch/create-fetch.ts';
export { createSimulator, type Simulator, type SimulatorOptions } from './simulator.ts';
