/**
 * Every table starts with the workspace, so that a PostgreSQL that is spread over machines (Citus and its like) can keep what
 * belongs to one workspace together. Held here with PostgreSQL's own hash partitions, which stand for its shards.
 */

import { type Postgres, startPostgres } from '@giftoin/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Engine, Query, Value } from '../src/database/engine.ts';
import { createPostgresEngine } from '../src/database/postgres-engine.ts';
import { createStore, type Store } from '../src/store/index.ts';
import { createDefaultWorld } from '../src/world/default-world.ts';

const shards = 8;
const user = { platform: 'discord', platformUserId: '123456789012345678' };
const place = { workspace: 'spread', ...user, programId: 'program_123' };

let postgres: Postgres;
let engine: Engine;
let store: Store;
const statements: [text: string, values: readonly Value[]][] = [];

beforeAll(async () => {
  postgres = await startPostgres();
  engine = recorded(createPostgresEngine(postgres.url));
  store = await createStore(engine);
  await spread();
  await store.createWorkspace('spread', createDefaultWorld(Date.now()));
});
afterAll(async () => {
  await store?.close();
  await postgres?.remove();
});

/** Notes every statement that is run. */
function recorded(plain: Engine): Engine {
  const noting = (query: Query): Query => {
    return (text, ...values) => {
      statements.push([text, values]);
      return query(text, ...values);
    };
  };
  return {
    ...plain,
    query: noting(plain.query),
    transaction: (kind, body) => plain.transaction(kind, (query) => body(noting(query))),
  };
}

async function tables(): Promise<string[]> {
  const rows = await engine.query(
    `select relname from pg_class where relnamespace = 'giftoin_sandbox'::regnamespace
    and relkind in ('r', 'p') and not relispartition and relname <> 'migrations' order by relname`,
  );
  return rows.map((row) => String(row.relname));
}

/** Spreads every table over the shards by its workspace, with its keys. */
async function spread(): Promise<void> {
  for (const table of await tables()) {
    await engine.query(`alter table ${table} rename to ${table}_before`);
    await engine.query(`create table ${table} (like ${table}_before including all) partition by hash (workspace)`);
    for (let shard = 0; shard < shards; shard += 1) {
      const rest = `for values with (modulus ${shards}, remainder ${shard})`;
      await engine.query(`create table ${table}_${shard} partition of ${table} ${rest}`);
    }
    await engine.query(`drop table ${table}_before`);
  }
}

/** The shards that the database reads or writes for a statement. */
async function shardsOf([text, values]: (typeof statements)[number]): Promise<string[]> {
  const rows = await engine.query(`explain (format json, costs off) ${text}`, ...values);
  const plan = JSON.stringify(Object.values(rows[0] ?? {}));
  return [...new Set([...plan.matchAll(/Relation Name\W+[a-z_]+_(\d)/g)].map(([, shard = '']) => shard))];
}

async function shardsDuring(use: () => Promise<unknown>): Promise<string[]> {
  statements.length = 0;
  await use();
  const ran = statements.filter(([text]) => !text.startsWith('explain'));
  expect(ran.length).toBeGreaterThan(0);
  const found = [];
  for (const statement of ran) {
    const here = await shardsOf(statement);
    expect(here.length, statement[0]).toBeLessThanOrEqual(1);
    // A row that is inserted goes where its workspace says, which the plan leaves to the moment.
    if (statement[0].startsWith('insert')) {
      expect(statement[0]).toMatch(/^insert into \w+ \(workspace, [^)]+\)\s+(values \(|select )\$1,/);
    }
    found.push(...here);
  }
  return [...new Set(found)];
}

test('every table has the workspace as its first column, and as the first of its primary key', async () => {
  const rows = await engine.query(
    `select table_name, column_name from information_schema.key_column_usage
    where table_schema = 'giftoin_sandbox' and table_name not like '%\\__' and ordinal_position = 1 order by table_name`,
  );
  expect([...new Set(rows.map((row) => row.table_name))]).toEqual([...(await tables()), 'migrations'].sort());
  expect(rows.filter((row) => row.table_name !== 'migrations' && row.column_name !== 'workspace')).toEqual([]);
});

test('a request is answered from one shard, the same for all that it reads', async () => {
  const read = await shardsDuring(async () => {
    await store.readVersions('spread', user);
    await store.readWorkspaceState('spread');
    await store.readInventory('spread', user);
    await store.consumeRequestBudget('spread', 'limited', { requests: 5, per: 1_000 });
    await store.takeInjectedFault('spread', 'failing');
  });
  expect(read).toHaveLength(1);
});

test('a change is made in one shard', async () => {
  const written = await shardsDuring(async () => {
    await store.grantCard(place, 'card_456', 1);
    await store.completeCollection(place, 0);
    await store.claimReward(place);
    await store.unclaimReward(place);
    await store.changeKey('spread', 'default', { overdue: false });
    await store.saveSnapshot('spread', 'here');
    await store.restoreSnapshot('spread', 'here');
  });
  expect(written).toHaveLength(1);
});
