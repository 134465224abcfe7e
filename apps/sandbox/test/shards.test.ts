/**
 * The first column of every table is the workspace, so that a distributed PostgreSQL, for example Citus, can store each
 * workspace in one shard. These tests use the hash partitions of PostgreSQL as shards.
 */

import { type Postgres, startPostgres } from '@giftoin/postgres';
import { createDefaultWorld } from '@giftoin/simulator/sandbox';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine, Query, Value } from '../src/database/engine.ts';
import { createPostgresEngine } from '../src/database/postgres-engine.ts';
import { createStore, type SqlStore } from '../src/store/index.ts';

const shards = 8;
const user = { platform: 'discord', platformUserId: '123456789012345678' };
const place = { workspace: 'distributed', ...user, programId: 'program_123' };

let postgres: Postgres;
let engine: Engine;
let store: SqlStore;
const statements: [text: string, values: readonly Value[]][] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  engine = recordStatements(createPostgresEngine(postgres.url));
  store = await createStore(engine);
  await distributeTables();
  await store.createWorkspace('distributed', createDefaultWorld(Date.now()));
  // On a busy machine, PostgreSQL alone takes most of the default timeout to start.
}, 180_000);
afterAll(async () => {
  await store?.close();
  await postgres?.remove();
});

/** Records every statement that an engine runs. */
function recordStatements(plain: Engine): Engine {
  const record = (query: Query): Query => {
    return (text, ...values) => {
      statements.push([text, values]);
      return query(text, ...values);
    };
  };
  return {
    ...plain,
    query: record(plain.query),
    controlQuery: record(plain.controlQuery),
    transaction: (kind, workspace, body) => plain.transaction(kind, workspace, (query) => body(record(query))),
  };
}

async function listTables(): Promise<string[]> {
  const rows = await engine.query(
    `select relname from pg_class where relnamespace = 'giftoin_sandbox'::regnamespace
    and relkind in ('r', 'p') and not relispartition and relname <> 'migrations' order by relname`,
  );
  return rows.map((row) => String(row.relname));
}

/** Distributes every table over the shards by workspace. One transaction takes a fraction of the time of many. */
async function distributeTables(): Promise<void> {
  const tables = await listTables();
  await engine.transaction('write', '', async (query) => {
    for (const table of tables) {
      const [name, before] = [`giftoin_sandbox.${table}`, `giftoin_sandbox.${table}_before`];
      await query(`alter table ${name} rename to ${table}_before`);
      await query(`create table ${name} (like ${before} including all) partition by hash (workspace)`);
      for (let shard = 0; shard < shards; shard += 1) {
        const rest = `for values with (modulus ${shards}, remainder ${shard})`;
        await query(`create table ${name}_${shard} partition of ${name} ${rest}`);
      }
      await query(`drop table ${before}`);
    }
  });
}

/** Lists the shards that a statement reads or writes. */
async function listShards([text, values]: (typeof statements)[number]): Promise<string[]> {
  const rows = await engine.query(`explain (format json, costs off) ${text}`, ...values);
  const plan = JSON.stringify(Object.values(rows[0] ?? {}));
  return [...new Set([...plan.matchAll(/Relation Name\W+[a-z_]+_(\d)/g)].map(([, shard = '']) => shard))];
}

async function listShardsDuring(action: () => Promise<unknown>): Promise<string[]> {
  statements.length = 0;
  await action();
  const ran = statements.filter(([text]) => !text.startsWith('explain'));
  expect(ran.length).toBeGreaterThan(0);
  const found = [];
  for (const statement of ran) {
    const shardsOfStatement = await listShards(statement);
    expect(shardsOfStatement.length, statement[0]).toBeLessThanOrEqual(1);
    // The plan of an insert does not have the shard, which follows from the workspace.
    if (statement[0].startsWith('insert')) {
      expect(statement[0]).toMatch(/^insert into giftoin_sandbox\.\w+ \(workspace, [^)]+\)\s+(values \(|select )\$1,/);
    }
    found.push(...shardsOfStatement);
  }
  return [...new Set(found)];
}

test('every table has the workspace as the first column of its primary key', async () => {
  const rows = await engine.query(
    `select table_name, column_name from information_schema.key_column_usage
    where table_schema = 'giftoin_sandbox' and table_name not like '%\\__' and ordinal_position = 1 order by table_name`,
  );
  expect([...new Set(rows.map((row) => row.table_name))]).toEqual([...(await listTables()), 'migrations'].sort());
  expect(rows.filter((row) => row.table_name !== 'migrations' && row.column_name !== 'workspace')).toEqual([]);
});

test('reads one shard for a request', async () => {
  const read = await listShardsDuring(async () => {
    await store.readVersions('distributed', user);
    await store.readWorkspaceState('distributed');
    await store.readInventory('distributed', user);
    await store.consumeRequestBudget('distributed', 'limited', { requests: 5, per: 1_000 });
    await store.takeInjectedFault('distributed', 'failing');
  });
  expect(read).toHaveLength(1);
});

test('writes one shard for a change', async () => {
  const written = await listShardsDuring(async () => {
    await store.grantCard(place, 'card_456', 1);
    await store.completeCollection(place, 0);
    await store.claimReward(place);
    await store.unclaimReward(place);
    await store.changeKey('distributed', 'default', { overdue: false });
    await store.saveSnapshot('distributed', 'here');
    await store.restoreSnapshot('distributed', 'here');
  });
  expect(written).toHaveLength(1);
});
