import { afterAll, beforeAll } from 'vitest';
import { createStore, type SqlStore } from '../../src/store/index.ts';
import { keyTests } from './api-keys.ts';
import type { Databases, Kind } from './databases.ts';
import { injectedFaultTests } from './injected-faults.ts';
import { inventoryTests } from './inventory.ts';
import { openingTests } from './opening.ts';
import { rateLimitTests } from './rate-limits.ts';
import { requestLogTests } from './request-log.ts';
import { versionTests } from './versions.ts';
import { workspaceTests } from './workspaces.ts';
import { worldTests } from './worlds.ts';

/** The tests of the store, on databases of one kind. */
export function storeTests(kind: Kind, create: () => Promise<Databases>): void {
  let databases: Databases;
  let store: SqlStore;

  beforeAll(async () => {
    databases = await create();
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
}
