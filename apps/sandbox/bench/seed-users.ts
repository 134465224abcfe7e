import { createPostgresEngine } from '../src/database/postgres-engine.ts';
import { createSqliteEngine } from '../src/database/sqlite-engine.ts';

/**
 * Stores the users `discord/1` to `discord/<count>` in the default workspace, each with two cards.
 *
 * @param location the path of a SQLite file, or the URL of a PostgreSQL database
 */
export async function seedUsers(location: string, count: number): Promise<void> {
  const isPostgres = location.startsWith('postgres');
  const engine = isPostgres ? createPostgresEngine(location) : await createSqliteEngine(location);
  const numbers = isPostgres
    ? `select generate_series(1, ${count}) as n`
    : `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count}) select n from numbers`;
  await engine.transaction('write', '', async (query) => {
    await query(`insert into giftoin_sandbox.users (workspace, user_key, version)
      select 'default', 'discord/' || n, 1 from (${numbers}) as numbers`);
    await query(`insert into giftoin_sandbox.card_quantities (workspace, user_key, program_id, card_id, quantity)
      select 'default', 'discord/' || n, 'program_123', card, 1
      from (${numbers}) as numbers cross join (select 'card_456' as card union all select 'card_457') as cards`);
  });
  if (isPostgres) await engine.query('analyze giftoin_sandbox.users, giftoin_sandbox.card_quantities');
  await engine.close();
}
