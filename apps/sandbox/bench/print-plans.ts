import { createPostgresEngine } from '../src/database/postgres-engine.ts';
import { readInventory } from '../src/store/inventory.ts';
import { createVersionReader } from '../src/store/versions.ts';

/** How many users one query reads the versions of, about as many as under load. */
const batch = 30;

/**
 * Prints how PostgreSQL runs each statement of a request, with the time and the pages it reads, and what the database itself
 * is doing.
 */
export async function printPlans(url: string, platformUserIds: readonly string[]): Promise<void> {
  const engine = createPostgresEngine(url);
  const explained = {
    ...engine,
    query: async (statement: string, ...values: Parameters<typeof engine.query>[1][]) => {
      const rows = await engine.query(`explain (analyze, buffers, costs off) ${statement}`, ...values);
      console.log(rows.map((row) => `    ${Object.values(row)[0]}`).join('\n'));
      return [];
    },
  };
  const users = platformUserIds.map((platformUserId) => ({ platform: 'discord', platformUserId }));
  const read = createVersionReader(explained);
  console.log('  versions:');
  await Promise.all(users.slice(0, batch).map((user) => read('default', user)));
  console.log('  inventory:');
  await readInventory(explained, 'default', users[0] ?? { platform: 'discord', platformUserId: '1' });
  const vacuums = await engine.query(
    `select relname, last_autovacuum::text, last_autoanalyze::text from pg_stat_user_tables
    where relname in ('users', 'card_quantities')`,
  );
  const running = await engine.query(`select count(*) as vacuums from pg_stat_progress_vacuum`);
  console.log('  vacuum:', JSON.stringify([...vacuums, ...running]));
  await engine.close();
}
