import type { ControlInput, ControlOperationId, ControlResponse } from '@giftoin/types/sandbox-control';
import { createRandomHex } from '../keys/random-hex.ts';
import type { Store } from '../store.ts';
import { readTime, systemClock, withTime } from '../world/clock.ts';
import { createDefaultWorld, defaultUser } from '../world/default-world.ts';
import { createScenarioWorld } from '../world/scenarios.ts';
import { worldSchemaUrl } from '../world/world-schema-url.ts';

/** Runs an operation of the control API. Its input is already validated. */
type Run<Id extends ControlOperationId> = (input: ControlInput<Id>) => Promise<ControlResponse<Id>>;

/** All operations of the document. */
export type ControlOperations = { readonly [Id in ControlOperationId]: Run<Id> };

/**
 * Creates the operations of the control API. The type check fails here if one is missing.
 *
 * @param systemNow the system clock, in milliseconds since 1970-01-01T00:00:00Z. Default: `Date.now`.
 */
export function createControlOperations(store: Store, systemNow: () => number = Date.now): ControlOperations {
  return {
    listWorkspaces: () => store.listWorkspaces(),
    createWorkspace: ({ workspace = `workspace-${createRandomHex(4)}`, scenario }) => {
      const now = systemNow();
      return store.createWorkspace(
        workspace,
        scenario ? createScenarioWorld(scenario, defaultUser, now) : createDefaultWorld(now),
      );
    },
    deleteWorkspace: ({ workspace }) => store.deleteWorkspace(workspace),

    grantCard: ({ cardId, quantity = 1, ...key }) => store.grantCard(key, cardId, quantity),
    revokeCard: ({ cardId, quantity = 1, ...key }) => store.revokeCard(key, cardId, quantity),
    completeCollection: ({ missing = 0, ...key }) => store.completeCollection(key, missing),
    claimReward: (key) => store.claimReward(key),
    unclaimReward: (key) => store.unclaimReward(key),

    getClock: ({ workspace }) => store.readClock(workspace),
    freezeClock: ({ workspace }) =>
      store.changeClock(workspace, (clock) => ({ ...clock, frozenAt: readTime(clock, systemNow()) })),
    setClock: ({ workspace, time }) => store.changeClock(workspace, (clock) => withTime(clock, time, systemNow())),
    advanceClock: ({ workspace, by }) =>
      store.changeClock(workspace, (clock) => withTime(clock, readTime(clock, systemNow()) + by, systemNow())),
    followSystemClock: ({ workspace }) => store.changeClock(workspace, () => systemClock),

    listKeys: ({ workspace }) => store.listKeys(workspace),
    createKey: ({ workspace, ...key }) => store.createKey(workspace, key),
    changeKey: ({ workspace, keyName, ...settings }) => store.changeKey(workspace, keyName, settings),
    revokeKey: ({ workspace, keyName }) => store.revokeKey(workspace, keyName),
    injectFault: ({ workspace, keyName, ...fault }) => store.injectFault(workspace, keyName, fault),
    clearInjectedFaults: ({ workspace, keyName }) => store.clearInjectedFaults(workspace, keyName),

    applyScenario: async ({ workspace, scenario, ...userId }) => {
      const user = { ...defaultUser, ...userId };
      await store.loadWorld(workspace, createScenarioWorld(scenario, user, systemNow()));
      return { ...user, programId: 'program_123' };
    },
    resetWorkspace: ({ workspace }) => store.resetWorkspace(workspace, createDefaultWorld(systemNow())),
    listSnapshots: ({ workspace }) => store.listSnapshots(workspace),
    saveSnapshot: ({ workspace, snapshot }) => store.saveSnapshot(workspace, snapshot),
    deleteSnapshot: ({ workspace, snapshot }) => store.deleteSnapshot(workspace, snapshot),
    restoreSnapshot: ({ workspace, snapshot }) => store.restoreSnapshot(workspace, snapshot),
    changeProgram: ({ workspace, programId, ...change }) => store.changeProgram(workspace, programId, change),
    exportWorld: async ({ workspace }) => ({ $schema: worldSchemaUrl, ...(await store.exportWorld(workspace)) }),
    loadWorld: ({ workspace, ...world }) => store.loadWorld(workspace, world),

    readRequestLog: ({ workspace, limit = 100 }) => store.requestLog.read(workspace, limit),
    clearRequestLog: ({ workspace }) => store.requestLog.clear(workspace),
  };
}
