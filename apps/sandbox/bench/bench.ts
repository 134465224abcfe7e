/**
 * Compares the sandbox with a plain node:http server that sends the same bytes, measured alternately in one run:
 *
 *   pnpm bench             all measurements, about four minutes
 *   pnpm bench --quick     shorter rounds, to see that it works
 *
 * Compare the ratios: absolute numbers depend on the machine.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '@giftoin/postgres';
import { measureStartUp } from './measure-start-up.ts';
import { measureUsers } from './measure-users.ts';
import { measureWorlds } from './measure-worlds.ts';

const isQuick = process.argv.includes('--quick');
const duration = isQuick ? { seconds: 0.5, rounds: 1 } : { seconds: 1.5, rounds: 5 };
const userCounts = isQuick ? [1_000, 10_000] : [1_000, 100_000, 1_000_000];

const folder = await mkdtemp(join(tmpdir(), 'giftoin-bench-'));
const postgres = await startPostgres();
try {
  await measureStartUp(await mkdtemp(join(folder, 'packed-')));
  await measureWorlds('SQLite', join(folder, 'worlds.db'), duration);
  await measureWorlds('PostgreSQL', await postgres.createDatabase(), duration);
  let files = 0;
  const createFile = () => {
    files += 1;
    return join(folder, `users-${files}.db`);
  };
  await measureUsers('SQLite', createFile, userCounts, duration);
  await measureUsers('PostgreSQL', postgres.createDatabase, userCounts, duration);
} finally {
  await postgres.remove();
  await rm(folder, { recursive: true });
}
