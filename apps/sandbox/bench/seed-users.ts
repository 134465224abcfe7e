import pg from 'pg';
import type { Query } from '../src/database/engine.ts';
import { createSqliteEngine } from '../src/database/sqlite-engine.ts';

/**
 * Stores the users `discord/1` to `discord/<count>` in the default workspace, each with two cards.
 *
 * @param location the path of a SQLite file, or the URL of a PostgreSQL database
 */
export async function seedUsers(location: string, count: number): Promise<void> {
  if (location.startsWith('postgres')) {
    const client = new pg.Client(location);
    await client.connect();
    await insertUsers(async (statement) => (await client.query(statement)).rows, `generate_series(1, ${count}) as n`);
    // The database does this itself in the minutes after, which would be measured.
    await client.query('vacuum (analyze) giftoin_sandbox.users, giftoin_sandbox.card_quantities');
    await client.query('checkpoint');
    await client.end();
    return;
  }
  const engine = await createSqliteEngine(location);
  const numbers = `(with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})
    select n from numbers)`;
  await engine.transaction('write', '', (query) => insertUsers(query, numbers));
  await engine.close();
}

async function insertUsers(query: Query, numbers: string): Promise<void> {
  await query(`insert into giftoin_sandbox.users (workspace, user_key, version)
    select 'default', 'discord/' || n, 1 from ${numbers}`);
  await query(`insert into giftoin_sandbox.card_quantities (workspace, user_key, program_id, card_id, quantity)
    select 'default', 'discord/' || n, 'program_123', card, 1
    from ${numbers} cross join (select 'card_456' as card union all select 'card_457') as cards`);
}
