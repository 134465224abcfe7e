import type { Engine } from './engine.ts';

/**
 * The migrations, oldest first. A released migration never changes. There are no migrations back.
 *
 * The first column of every table is the workspace, so that a distributed PostgreSQL can distribute the tables by it and
 * serve a request from one shard.
 */
const migrations: readonly (readonly string[])[] = [
  [
    `create table giftoin_sandbox.workspaces (
      workspace text not null primary key, version bigint not null, frozen_at bigint, clock_offset bigint not null)`,
    `create table giftoin_sandbox.api_keys (
      workspace text not null, hash text not null, key_name text not null, environment text not null,
      settings text not null, initial_state text not null, full_at bigint not null,
      primary key (workspace, hash), unique (workspace, key_name))`,
    `create table giftoin_sandbox.injected_faults (
      workspace text not null, key_name text not null, position bigint not null, definition text not null,
      remaining bigint, request_count bigint not null, primary key (workspace, key_name, position))`,
    `create table giftoin_sandbox.programs (
      workspace text not null, program_id text not null, position bigint not null, definition text not null,
      primary key (workspace, program_id))`,
    `create table giftoin_sandbox.users (
      workspace text not null, user_key text not null, version bigint not null, primary key (workspace, user_key))`,
    `create table giftoin_sandbox.card_quantities (
      workspace text not null, user_key text not null, program_id text not null, card_id text not null,
      quantity bigint not null, primary key (workspace, user_key, program_id, card_id))`,
    `create table giftoin_sandbox.claims (
      workspace text not null, user_key text not null, program_id text not null, claimed_at bigint not null,
      primary key (workspace, user_key, program_id))`,
    `create table giftoin_sandbox.snapshots (
      workspace text not null, snapshot text not null, world text not null, primary key (workspace, snapshot))`,
    `create table giftoin_sandbox.request_log (
      workspace text not null, position bigint not null, entry_count bigint not null, entries text not null,
      primary key (workspace, position))`,
  ],
  // The request log has only entries of requests since this version of the workspace.
  ['alter table giftoin_sandbox.workspaces add column log_from bigint not null default 0'],
];

/**
 * Runs the migrations that have not run yet, one process at a time.
 *
 * @throws {Error} if a newer version of the sandbox has migrated the database
 */
export async function migrate(engine: Engine): Promise<void> {
  await engine.transaction('write', '', async (query) => {
    for (const statement of engine.beforeMigrations) await query(statement);
    await query('create table if not exists giftoin_sandbox.migrations (version bigint not null primary key)');
    const [latest] = await query('select max(version) as version from giftoin_sandbox.migrations');
    const version = Number(latest?.version ?? 0);
    if (version > migrations.length) {
      throw new Error(
        `The database has schema version ${version}, but this sandbox supports only versions up to ${migrations.length}. Update the sandbox.`,
      );
    }
    for (const [index, statements] of migrations.entries()) {
      if (index < version) continue;
      for (const statement of statements) await query(statement);
      await query('insert into giftoin_sandbox.migrations (version) values ($1)', index + 1);
    }
  });
}
