/** Runs the same tests of the store on every engine. */
import { afterAll, beforeAll, describe } from 'vitest';
import { createStore, type SqlStore } from '../src/store/index.ts';
import { keyTests } from './store/api-keys.ts';
import { createDatabases, type Databases, kinds } from './store/databases.ts';
import { injectedFaultTests } from './store/injected-faults.ts';
import { inventoryTests } from './store/inventory.ts';
import { openingTests } from './store/opening.ts';
import { rateLimitTests } from './store/rate-limits.ts';
import { requestLogTests } from './store/request-log.ts';
import { versionTests } from './store/versions.ts';
import { workspaceTests } from './store/workspaces.ts';
import { worldTests } from './store/worlds.ts';

describe.each(kinds)('store on %s', (kind) => {
  let databases: Databases;
  let store: SqlStore;

  beforeAll(async () => {
    databases = await createDatabases(kind);
    store = await createStore(await (await databases.createEmpty()).open());
  });
  afterAll(async () => {
    await store?.close();
    await databases?.remove();
  });

  workspaceTests(() => store);
  inventoryTests(() => store);
  keyTests(() => store);
  injectedFaultTests(() => store);
  rateLimitTests(() => store);
  worldTests(() => store);
  versionTests(() => store);
  requestLogTests(() => store);
  openingTests(kind, () => databases);
});
