/** The tests of the store, on every version of PostgreSQL that is supported. `check` runs them on the newest one. */
import { downloadPostgres, postgresVersions, startPostgres } from '@giftoin/postgres';
import { describe } from 'vitest';
import { toPostgresDatabases } from '../test/store/databases.ts';
import { storeTests } from '../test/store/index.ts';

describe.each(postgresVersions)('store on PostgreSQL %s', (version) => {
  storeTests('PostgreSQL', async () => {
    const download = await downloadPostgres(version);
    const server = await startPostgres({ programs: download.programs });
    return toPostgresDatabases({
      createEmpty: server.createDatabase,
      async remove() {
        await server.remove();
        await download.remove();
      },
    });
  });
});
