/** The sandbox works behind PgBouncer in transaction mode, where each transaction can use another connection. */

import { type PgBouncer, type Postgres, startPgBouncer, startPostgres } from '@giftoin/postgres';
import type { SandboxControlError } from '@giftoin/sandbox';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { card, readQuantity, request } from './outage-load.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';
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

const loops = 8;
const grantsPerLoop = 20;

test('loses no change of two processes that share the connections of a pooler', { timeout: 180_000 }, async () => {
  const database = await postgres.createDatabase();
  const location = pooler.toUrl(database);
  const sandboxes = await Promise.all([startSandboxProcess(location), startSandboxProcess(location)]);
  const statuses = new Set<number>();
  let unknown = 0;
  /** Grants a card and reads the progress, again and again. On a busy machine a change can be rejected with 503. */
  async function changeAndRead(sandbox: SandboxProcess): Promise<void> {
    for (let count = 0; count < grantsPerLoop; count += 1) {
      await sandbox.control.grantCard(card).catch((error: SandboxControlError) => {
        if (error.status !== 503) throw error;
        unknown += 1;
      });
      statuses.add((await request(sandbox, progressPath)).status);
    }
  }
  await Promise.all(sandboxes.flatMap((sandbox) => Array.from({ length: loops }, () => changeAndRead(sandbox))));
  statuses.delete(503);
  expect([...statuses]).toEqual([200]);
  for (const sandbox of sandboxes) {
    // The default world has two of the card.
    const sent = 2 + loops * grantsPerLoop * sandboxes.length;
    const quantity = await readQuantity(sandbox);
    expect(quantity).toBeLessThanOrEqual(sent);
    expect(quantity).toBeGreaterThanOrEqual(sent - unknown);
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
