/** Runs the same tests of the store on every engine. */
import { describe } from 'vitest';
import { createDatabases, kinds } from './store/databases.ts';
import { storeTests } from './store/index.ts';

describe.each(kinds)('store on %s', (kind) => storeTests(kind, () => createDatabases(kind)));
