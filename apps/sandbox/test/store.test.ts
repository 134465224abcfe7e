/** One suite that every engine passes: what is true of the store on one holds for the other. */
import { afterAll, beforeAll, describe } from 'vitest';
import { type Store, storeOn } from '../src/store/index.ts';
import { belongingsTests } from './store/belongings.ts';
import { type Databases, databasesOf, kinds } from './store/databases.ts';
import { journalTests } from './store/journal.ts';
import { keyTests } from './store/keys.ts';
import { openingTests } from './store/opening.ts';
import { spendingTests } from './store/spending.ts';
import { versionTests } from './store/versions.ts';
import { workspaceTests } from './store/workspaces.ts';
import { worldTests } from './store/worlds.ts';

describe.each(kinds)('the store on %s', (kind) => {
  let databases: Databases;
  let store: Store;

  beforeAll(async () => {
    databases = await databasesOf(kind);
    store = await storeOn(await (await databases.empty()).open());
  });
  afterAll(async () => {
    await store?.close();
    await databases?.remove();
  });

  workspaceTests(() => store);
  belongingsTests(() => store);
  keyTests(() => store);
  spendingTests(() => store);
  worldTests(() => store);
  versionTests(() => store);
  journalTests(() => store);
  openingTests(kind, () => databases);
});
