/**
 * What the sandbox has in common with the simulator: everything but the server and the database.
 *
 * @module
 */
export { type ApiState, createApiOptions, type ServedOperations } from './api/api-options.ts';
export type { ApiKeyState, Client } from './api/client.ts';
export type { OperationContext } from './api/context.ts';
export type { Handler, HandlerOf, Handlers, OperationHandler } from './api/handler.ts';
export { handlers } from './api/handlers.ts';
export { createLogEntry, type LogEntry } from './api/log-entry.ts';
export { createControlOptions } from './control/control-options.ts';
export { createControlOperations } from './control/operations.ts';
export { createInitialApiKeys, defaultApiKeys, listInitialKeys } from './keys/initial-api-keys.ts';
export { createKeyToStore, isUnrestricted, type KeyToStore } from './keys/key-to-store.ts';
export { requireCard, requireQuantityInRange, splitCards } from './rules/cards.ts';
export { requireClaimable, requireClaimed, toProgressSummary } from './rules/claims.ts';
export { requireLoadableClock, requireValidTime, toClock } from './rules/clocks.ts';
export {
  createUnknownKeyError,
  createUnknownProgramError,
  createUnknownSnapshotError,
  createUnknownWorkspaceError,
  createUsedKeyError,
  createUsedWorkspaceError,
} from './rules/errors.ts';
export { isInShare, requireEffect } from './rules/faults.ts';
export { changeProgram } from './rules/programs.ts';
export { takeToken } from './rules/request-budget.ts';
export { maxErrors, requireNoErrors } from './rules/worlds.ts';
export type { InventoryKey, RequestLog, Store } from './store.ts';
export { requireKnown } from './validation/require-known.ts';
export { type ClockState, readTime, systemClock, withTime } from './world/clock.ts';
export { createDefaultWorld, createWinterChallenge, defaultUser } from './world/default-world.ts';
export { createManyPrograms } from './world/many-programs.ts';
export { computeProgress, emptyProgramInventory, isVisible, type ProgramInventory } from './world/progress.ts';
export { formatUserKey, parseUserKey, type UserId } from './world/user-id.ts';
export { validateInSteps } from './world/validate-world.ts';
export { worldSchemaUrl } from './world/world-schema-url.ts';
