/**
 * What the sandbox keeps, on either engine: the one way from the rest of it to a database.
 *
 * @module
 */
import * as belongings from './belongings.ts';
import { readCatalogue } from './catalogue.ts';
import type { Engine } from './engine.ts';
import { journalOn } from './journal.ts';
import * as keys from './keys.ts';
import { migrate } from './migrations.ts';
import { takeFault, takeRequest } from './spending.ts';
import { versionReader } from './versions.ts';
import * as workspaces from './workspaces.ts';
import * as worlds from './worlds.ts';

export type { Belongings, Place } from './belongings.ts';
export type { Catalogue, StoredKey } from './catalogue.ts';
export { StoreUnavailable } from './engine.ts';
export type { Journal } from './journal.ts';
export { Refused } from './refused.ts';
export type { Versions } from './versions.ts';
export { knownKeys } from './workspaces.ts';

/** Everything that can be asked of the store. It throws `Refused` or `StoreUnavailable`; what it answers is kept. */
export type Store = Awaited<ReturnType<typeof storeOn>>;

/** Opens the store: the tables are made or brought up to date first. */
export async function storeOn(engine: Engine) {
  await migrate(engine);
  const journal = journalOn(engine);
  return {
    // What a request needs.
    versionsOf: versionReader(engine),
    catalogueOf: bind(readCatalogue),
    belongingsOf: bind(belongings.readBelongings),
    takeRequest: bind(takeRequest),
    takeFault: bind(takeFault),
    journal,
    // What the control side needs.
    grantCard: bind(belongings.grantCard),
    revokeCard: bind(belongings.revokeCard),
    completeCollection: bind(belongings.completeCollection),
    claimReward: bind(belongings.claimReward),
    unclaimReward: bind(belongings.unclaimReward),
    listKeys: bind(keys.listKeys),
    createKey: bind(keys.createKey),
    changeKey: bind(keys.changeKey),
    revokeKey: bind(keys.revokeKey),
    addFault: bind(keys.addFault),
    clearFaults: bind(keys.clearFaults),
    listWorkspaces: bind(workspaces.listWorkspaces),
    createWorkspace: bind(workspaces.createWorkspace),
    deleteWorkspace: bind(workspaces.deleteWorkspace),
    readClock: bind(workspaces.readClock),
    changeClock: bind(workspaces.changeClock),
    exportWorld: bind(worlds.exportWorld),
    loadWorld: bind(worlds.loadWorld),
    resetWorkspace: bind(workspaces.resetWorkspace),
    listSnapshots: bind(worlds.listSnapshots),
    saveSnapshot: bind(worlds.saveSnapshot),
    restoreSnapshot: bind(worlds.restoreSnapshot),
    deleteSnapshot: bind(worlds.deleteSnapshot),
    /** Whether the database answers. */
    ping: () => engine.query('select 1 as one'),
    async close() {
      await journal.close().catch(() => {});
      await engine.close();
    },
  };

  function bind<Rest extends unknown[], Result>(operation: (engine: Engine, ...rest: Rest) => Result) {
    return (...rest: Rest): Result => operation(engine, ...rest);
  }
}
