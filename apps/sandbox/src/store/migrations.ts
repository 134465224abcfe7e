import type { Engine } from './engine.ts';

/**
 * Forward only: a version that was released is never changed, another is added. Every table starts with the workspace, so
 * that a distributed PostgreSQL can spread them by it and answer a request from one shard.
 */
const migrations: readonly (readonly string[])[] = [
  [
    `create table workspaces (
      workspace text not null primary key, version bigint not null, frozen_at bigint, clock_offset bigint not null)`,
    `create table api_keys (
      workspace text not null, hash text not null, key_name text not null, environment text not null,
      settings text not null, initial text not null, full_at bigint not null,
      primary key (workspace, hash), unique (workspace, key_name))`,
    `create table faults (
      workspace text not null, key_name text not null, position bigint not null, definition text not null,
      remaining bigint, seen bigint not null, primary key (workspace, key_name, position))`,
    `create table programs (
      workspace text not null, program_id text not null, position bigint not null, definition text not null,
      primary key (workspace, program_id))`,
    `create table members (
      workspace text not null, member text not null, version bigint not null, primary key (workspace, member))`,
    `create table holdings (
      workspace text not null, member text not null, program_id text not null, card_id text not null,
      quantity bigint not null, primary key (workspace, member, program_id, card_id))`,
    `create table claims (
      workspace text not null, member text not null, program_id text not null, claimed_at bigint not null,
      primary key (workspace, member, program_id))`,
    `create table snapshots (
      workspace text not null, snapshot text not null, world text not null, primary key (workspace, snapshot))`,
    `create table journal (
      workspace text not null, position bigint not null, entries bigint not null, requests text not null,
      primary key (workspace, position))`,
  ],
];

/**
 * Brings the tables up to date, one process at a time.
 *
 * @throws {Error} where the tables are of a newer sandbox
 */
export async function migrate(engine: Engine): Promise<void> {
  await engine.transaction('write', async (query) => {
    for (const statement of engine.beforeMigrations) await query(statement);
    await query('create table if not exists migrations (version bigint not null primary key)');
    const [latest] = await query('select max(version) as version from migrations');
    const done = Number(latest?.version ?? 0);
    if (done > migrations.length) {
      throw new Error(
        `The database is of a newer sandbox (version ${done}, known are ${migrations.length}). Update this one.`,
      );
    }
    for (const [index, statements] of migrations.entries()) {
      if (index < done) continue;
      for (const statement of statements) await query(statement);
      await query('insert into migrations (version) values ($1)', index + 1);
    }
  });
}
