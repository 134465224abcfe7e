/**
 * The state of the sandbox, on SQLite or PostgreSQL. Only this module accesses the database.
 *
 * @module
 */
import { type Engine, StoreUnavailableError } from '../database/engine.ts';
import { migrate } from '../database/migrate.ts';
import * as apiKeys from './api-keys.ts';
import * as cardQuantities from './card-quantities.ts';
import { changeProgram } from './change-program.ts';
import * as claims from './claims.ts';
import * as clocks from './clocks.ts';
import * as injectedFaults from './injected-faults.ts';
import { readInventory } from './inventory.ts';
import { consumeRequestBudget } from './rate-limits.ts';
import { createRequestLog } from './request-log.ts';
import * as snapshots from './snapshots.ts';
import { createVersionReader } from './versions.ts';
import { readWorkspaceState } from './workspace-state.ts';
import * as workspaces from './workspaces.ts';
import * as worlds from './worlds.ts';

export { StoreUnavailableError } from '../database/engine.ts';
export type { Inventory } from './inventory.ts';
export type { Versions } from './versions.ts';
export type { StoredApiKey, WorkspaceState } from './workspace-state.ts';

/**
 * The operations of the store. They throw a `RequestError` if the request cannot be fulfilled, and a
 * `StoreUnavailableError` if the database is unavailable. A change is stored durably when its promise is fulfilled.
 */
export type SqlStore = Awaited<ReturnType<typeof createStore>>;

/** Creates the store, after creating or migrating the tables. */
export async function createStore(engine: Engine) {
  await migrate(engine);
  const requestLog = createRequestLog(engine);
  const control: Engine = { ...engine, query: engine.controlQuery };
  return {
    // For the API.
    readVersions: createVersionReader(engine),
    readWorkspaceState: bind(readWorkspaceState),
    readInventory: bind(readInventory),
    consumeRequestBudget: bind(consumeRequestBudget),
    takeInjectedFault: bind(injectedFaults.takeInjectedFault),
    requestLog,
    // For the control API.
    grantCard: bindControl(cardQuantities.grantCard),
    revokeCard: bindControl(cardQuantities.revokeCard),
    completeCollection: bindControl(cardQuantities.completeCollection),
    claimReward: bindControl(claims.claimReward),
    unclaimReward: bindControl(claims.unclaimReward),
    readClock: bindControl(clocks.readClock),
    changeClock: bindControl(clocks.changeClock),
    listKeys: bindControl(apiKeys.listKeys),
    createKey: bindControl(apiKeys.createKey),
    changeKey: bindControl(apiKeys.changeKey),
    revokeKey: bindControl(apiKeys.revokeKey),
    injectFault: bindControl(injectedFaults.injectFault),
    clearInjectedFaults: bindControl(injectedFaults.clearInjectedFaults),
    listWorkspaces: bindControl(workspaces.listWorkspaces),
    createWorkspace: bindControl(workspaces.createWorkspace),
    resetWorkspace: withoutLog(bindControl(workspaces.resetWorkspace)),
    deleteWorkspace: withoutLog(bindControl(workspaces.deleteWorkspace)),
    changeProgram: bindControl(changeProgram),
    exportWorld: bindControl(worlds.exportWorld),
    loadWorld: bindControl(worlds.loadWorld),
    listSnapshots: bindControl(snapshots.listSnapshots),
    saveSnapshot: bindControl(snapshots.saveSnapshot),
    restoreSnapshot: bindControl(snapshots.restoreSnapshot),
    deleteSnapshot: bindControl(snapshots.deleteSnapshot),
    /** Throws a `StoreUnavailableError` if the database is unavailable. */
    ping: () => withTimeout(engine.query('select 1 as one')),
    async close() {
      await requestLog.close().catch(() => {});
      await engine.close();
    },
  };

  function bind<Rest extends unknown[], Result>(operation: (engine: Engine, ...rest: Rest) => Result) {
    return (...rest: Rest): Result => operation(engine, ...rest);
  }

  /** Drops the entries of the request log of a workspace that are not written yet. */
  function withoutLog<Rest extends unknown[], Result>(
    operation: (workspace: string, ...rest: Rest) => Promise<Result>,
  ) {
    return async (workspace: string, ...rest: Rest): Promise<Result> => {
      const result = await operation(workspace, ...rest);
      requestLog.drop(workspace);
      return result;
    };
  }

  function bindControl<Rest extends unknown[], Result>(operation: (engine: Engine, ...rest: Rest) => Result) {
    return (...rest: Rest): Result => operation(control, ...rest);
  }
}

/** How long the database may take to respond to a ping, in milliseconds. */
const pingTimeout = 800;

async function withTimeout<Result>(promise: Promise<Result>): Promise<Result> {
  const { promise: expired, reject } = Promise.withResolvers<never>();
  const message = `The database is unavailable: it did not respond within ${pingTimeout / 1_000} s.`;
  const timer = setTimeout(() => reject(new StoreUnavailableError(message)), pingTimeout);
  try {
    return await Promise.race([promise, expired]);
  } finally {
    clearTimeout(timer);
  }
}
