import { randomBytes } from 'node:crypto';
import type { ControlInput, ControlOperationId, ControlResponse } from '@giftoin/types/sandbox-control';
import type { Place, Store } from '../store/index.ts';
import { clockAt, timeOf, wallClock } from '../world/clock.ts';
import { defaultUser, defaultWorld } from '../world/default-world.ts';
import { worldOf } from '../world/scenarios.ts';
import { worldSchemaUrl } from '../world/schema.ts';

/** Does an operation of the control side: its input has been held against the document. */
type Operation<Id extends ControlOperationId> = (store: Store, input: ControlInput<Id>) => Promise<ControlResponse<Id>>;

/** An operation for each of the document: one that is missing fails the type check here. */
export const operations: { readonly [Id in ControlOperationId]: Operation<Id> } = {
  listWorkspaces: (store) => store.listWorkspaces(),
  createWorkspace: (store, { workspace = `workspace-${randomBytes(4).toString('hex')}`, scenario }) => {
    const now = Date.now();
    return store.createWorkspace(workspace, scenario ? worldOf(scenario, defaultUser, now) : defaultWorld(now));
  },
  deleteWorkspace: (store, { workspace }) => store.deleteWorkspace(workspace),

  grantCard: (store, { cardId, quantity = 1, ...where }) => store.grantCard(placeOf(where), cardId, quantity),
  revokeCard: (store, { cardId, quantity = 1, ...where }) => store.revokeCard(placeOf(where), cardId, quantity),
  completeCollection: (store, { missing = 0, ...where }) => store.completeCollection(placeOf(where), missing),
  claimReward: (store, where) => store.claimReward(placeOf(where)),
  unclaimReward: (store, where) => store.unclaimReward(placeOf(where)),

  getClock: (store, { workspace }) => store.readClock(workspace),
  freezeClock: (store, { workspace }) =>
    store.changeClock(workspace, (clock) => ({ ...clock, frozenAt: timeOf(clock) })),
  setClock: (store, { workspace, time }) => store.changeClock(workspace, (clock) => clockAt(clock, time)),
  advanceClock: (store, { workspace, by }) =>
    store.changeClock(workspace, (clock) => clockAt(clock, timeOf(clock) + by)),
  followWall: (store, { workspace }) => store.changeClock(workspace, () => wallClock),

  listKeys: (store, { workspace }) => store.listKeys(workspace),
  createKey: (store, { workspace, ...key }) => store.createKey(workspace, key),
  changeKey: (store, { workspace, keyName, ...settings }) => store.changeKey(workspace, keyName, settings),
  revokeKey: (store, { workspace, keyName }) => store.revokeKey(workspace, keyName),
  addFault: (store, { workspace, keyName, ...fault }) => store.addFault(workspace, keyName, fault),
  clearFaults: (store, { workspace, keyName }) => store.clearFaults(workspace, keyName),

  applyScenario: async (store, { workspace, scenario, ...person }) => {
    const user = { ...defaultUser, ...person };
    await store.loadWorld(workspace, worldOf(scenario, user, Date.now()));
    return { ...user, programId: 'program_123' };
  },
  resetWorkspace: (store, { workspace }) => store.resetWorkspace(workspace, defaultWorld(Date.now())),
  listSnapshots: (store, { workspace }) => store.listSnapshots(workspace),
  saveSnapshot: (store, { workspace, snapshot }) => store.saveSnapshot(workspace, snapshot),
  deleteSnapshot: (store, { workspace, snapshot }) => store.deleteSnapshot(workspace, snapshot),
  restoreSnapshot: (store, { workspace, snapshot }) => store.restoreSnapshot(workspace, snapshot),
  exportWorld: async (store, { workspace }) => ({ $schema: worldSchemaUrl, ...(await store.exportWorld(workspace)) }),
  loadWorld: (store, { workspace, ...world }) => store.loadWorld(workspace, world),

  readJournal: (store, { workspace, limit = 100 }) => store.journal.read(workspace, limit),
  clearJournal: (store, { workspace }) => store.journal.clear(workspace),
};

type Where = Omit<Place, 'member'> & { readonly platform: string; readonly platformUserId: string };

function placeOf({ workspace, platform, platformUserId, programId }: Where): Place {
  return { workspace, member: `${platform}/${platformUserId}`, programId };
}
