/** One suite that every engine passes: what is true of the store on one holds for the other. */
import { afterAll, beforeAll, describe } from 'vitest';
import { createStore, type Store } from '../src/store/index.ts';
import { keyTests } from './store/api-keys.ts';
import { type Databases, databasesOf, kinds } from './store/databases.ts';
import { inventoryTests } from './store/inventory.ts';
import { openingTests } from './store/opening.ts';
import { spendingTests } from './store/rate-limits.ts';
import { requestLogTests } from './store/request-log.ts';
import { versionTests } from './store/versions.ts';
import { workspaceTests } from './store/workspaces.ts';
import { worldTests } from './store/worlds.ts';

describe.each(kinds)('the store on %s', (kind) => {
  let databases: Databases;
  let store: Store;

  beforeAll(async () => {
    databases = await databasesOf(kind);
    store = await createStore(await (await databases.empty()).open());
  });
  afterAll(async () => {
    await store?.close();
    await databases?.remove();
  });

  workspaceTests(() => store);
  inventoryTests(() => store);
  keyTests(() => store);
  spendingTests(() => store);
  worldTests(() => store);
  versionTests(() => store);
  requestLogTests(() => store);
  openingTests(kind, () => databases);
});
