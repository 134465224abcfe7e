/** The sandbox works behind PgBouncer in transaction mode, where each transaction can use another connection. */

import { type PgBouncer, type Postgres, startPgBouncer, startPostgres } from '@giftoin/postgres';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, readQuantity, request } from './outage-load.ts';
import { startSandboxProcess } from './sandbox-process.ts';
import { progressPath } from './start-test-sandbox.ts';

let postgres: Postgres;
let pooler: PgBouncer;
beforeAll(async () => {
  postgres = await startPostgres();
  pooler = await startPgBouncer(postgres.url);
}, 180_000);
afterAll(async () => {
  await pooler?.[Symbol.asyncDispose]();
  await postgres?.remove();
});

const grantsPerProcess = 150;

test('loses no change of two processes that share the connections of a pooler', { timeout: 180_000 }, async () => {
  const database = await postgres.createDatabase();
  const location = pooler.toUrl(database);
  const sandboxes = await Promise.all([startSandboxProcess(location), startSandboxProcess(location)]);
  const statuses = new Set<number>();
  await Promise.all(
    sandboxes.flatMap((sandbox) => [
      ...Array.from({ length: grantsPerProcess }, () => sandbox.control.grantCard(card)),
      ...Array.from({ length: grantsPerProcess }, async () =>
        statuses.add((await request(sandbox, progressPath)).status),
      ),
    ]),
  );
  expect([...statuses]).toEqual([200]);
  for (const sandbox of sandboxes) {
    // The default world has two of the card.
    expect(await readQuantity(sandbox)).toBe(2 + grantsPerProcess * sandboxes.length);
    expect([await sandbox.end('SIGTERM'), sandbox.readErrors()]).toEqual([0, '']);
  }

  const client = new pg.Client(database);
  await client.connect();
  const { rows } = await client.query(
    `select distinct table_schema from information_schema.tables where table_schema not in ('pg_catalog', 'information_schema')`,
  );
  await client.end();
  expect(rows).toEqual([{ table_schema: 'giftoin_sandbox' }]);
});

test('shows what the pooler says if it rejects the connection', async () => {
  const location = `${pooler.toUrl(await postgres.createDatabase())}?options=-c%20geqo%3Doff`;
  await expect(startSandboxProcess(location)).rejects.toThrow(
    'The database is unavailable: unsupported startup parameter: options',
  );
});
