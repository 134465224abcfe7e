import { randomBytes } from 'node:crypto';
import type { ControlInput, ControlOperationId, ControlResponse } from '@giftoin/types/sandbox-control';
import type { Store } from '../store/index.ts';
import { readTime, systemClock, withTime } from '../world/clock.ts';
import { createDefaultWorld, defaultUser } from '../world/default-world.ts';
import { createScenarioWorld } from '../world/scenarios.ts';
import { worldSchemaUrl } from '../world/world-schema.ts';

/** Runs an operation of the control API. Its input is already validated. */
type Operation<Id extends ControlOperationId> = (store: Store, input: ControlInput<Id>) => Promise<ControlResponse<Id>>;

/** All operations of the document. The type check fails here if one is missing. */
export const operations: { readonly [Id in ControlOperationId]: Operation<Id> } = {
  listWorkspaces: (store) => store.listWorkspaces(),
  createWorkspace: (store, { workspace = `workspace-${randomBytes(4).toString('hex')}`, scenario }) => {
    const now = Date.now();
    return store.createWorkspace(
      workspace,
      scenario ? createScenarioWorld(scenario, defaultUser, now) : createDefaultWorld(now),
    );
  },
  deleteWorkspace: (store, { workspace }) => store.deleteWorkspace(workspace),

  grantCard: (store, { cardId, quantity = 1, ...key }) => store.grantCard(key, cardId, quantity),
  revokeCard: (store, { cardId, quantity = 1, ...key }) => store.revokeCard(key, cardId, quantity),
  completeCollection: (store, { missing = 0, ...key }) => store.completeCollection(key, missing),
  claimReward: (store, key) => store.claimReward(key),
  unclaimReward: (store, key) => store.unclaimReward(key),

  getClock: (store, { workspace }) => store.readClock(workspace),
  freezeClock: (store, { workspace }) =>
    store.changeClock(workspace, (clock) => ({ ...clock, frozenAt: readTime(clock) })),
  setClock: (store, { workspace, time }) => store.changeClock(workspace, (clock) => withTime(clock, time)),
  advanceClock: (store, { workspace, by }) =>
    store.changeClock(workspace, (clock) => withTime(clock, readTime(clock) + by)),
  followSystemClock: (store, { workspace }) => store.changeClock(workspace, () => systemClock),

  listKeys: (store, { workspace }) => store.listKeys(workspace),
  createKey: (store, { workspace, ...key }) => store.createKey(workspace, key),
  changeKey: (store, { workspace, keyName, ...settings }) => store.changeKey(workspace, keyName, settings),
  revokeKey: (store, { workspace, keyName }) => store.revokeKey(workspace, keyName),
  injectFault: (store, { workspace, keyName, ...fault }) => store.injectFault(workspace, keyName, fault),
  clearInjectedFaults: (store, { workspace, keyName }) => store.clearInjectedFaults(workspace, keyName),

  applyScenario: async (store, { workspace, scenario, ...userId }) => {
    const user = { ...defaultUser, ...userId };
    await store.loadWorld(workspace, createScenarioWorld(scenario, user, Date.now()));
    return { ...user, programId: 'program_123' };
  },
  resetWorkspace: (store, { workspace }) => store.resetWorkspace(workspace, createDefaultWorld(Date.now())),
  listSnapshots: (store, { workspace }) => store.listSnapshots(workspace),
  saveSnapshot: (store, { workspace, snapshot }) => store.saveSnapshot(workspace, snapshot),
  deleteSnapshot: (store, { workspace, snapshot }) => store.deleteSnapshot(workspace, snapshot),
  restoreSnapshot: (store, { workspace, snapshot }) => store.restoreSnapshot(workspace, snapshot),
  exportWorld: async (store, { workspace }) => ({ $schema: worldSchemaUrl, ...(await store.exportWorld(workspace)) }),
  loadWorld: (store, { workspace, ...world }) => store.loadWorld(workspace, world),

  readRequestLog: (store, { workspace, limit = 100 }) => store.requestLog.read(workspace, limit),
  clearRequestLog: (store, { workspace }) => store.requestLog.clear(workspace),
};
