import { createPostgresEngine } from '../src/database/postgres-engine.ts';
import { createSqliteEngine } from '../src/database/sqlite-engine.ts';

/** Users of the default world, `discord/1` and so on, each with two cards: as many as are asked for in all. */
export async function seedUsers(place: string, from: number, to: number): Promise<void> {
  const isUrl = place.startsWith('postgres');
  const engine = isUrl ? createPostgresEngine(place) : await createSqliteEngine(place);
  const numbers = isUrl
    ? `select generate_series(${from + 1}, ${to}) as n`
    : `with recursive numbers(n) as (select ${from + 1} union all select n + 1 from numbers where n < ${to}) select n from numbers`;
  await engine.transaction('write', async (query) => {
    await query(`insert into users (workspace, user_key, version)
      select 'default', 'discord/' || n, 1 from (${numbers}) as users`);
    await query(`insert into card_quantities (workspace, user_key, program_id, card_id, quantity)
      select 'default', 'discord/' || n, 'program_123', card, 1
      from (${numbers}) as users cross join (select 'card_456' as card union all select 'card_457') as cards`);
  });
  if (isUrl) await engine.query('analyze users, card_quantities');
  await engine.close();
}
