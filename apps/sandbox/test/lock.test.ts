/** A workspace that is locked in the database does not delay the others. */
import { type Postgres, startPostgres } from '@giftoin/postgres';
import { createSandboxControl, defaultToken, type Sandbox, startSandbox } from '@giftoin/sandbox';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { progressPath, userProgram } from './start-test-sandbox.ts';

let postgres: Postgres;
let sandbox: Sandbox;
beforeAll(async () => {
  postgres = await startPostgres();
  sandbox = await startSandbox({ port: 0, controlPort: 0, databaseUrl: postgres.url });
});
afterAll(async () => {
  await sandbox?.close();
  await postgres?.remove();
});

const card = { ...userProgram, cardId: 'card_456' };

test('a locked workspace delays no other one, and its changes fail with 503 or wait', { timeout: 60_000 }, async () => {
  const server = { url: sandbox.controlUrl, token: defaultToken };
  const createWorkspace = async (workspace: string) => {
    const control = createSandboxControl({ ...server, workspace });
    const { apiKeys } = await control.createWorkspace({ workspace });
    const request = async (apiKey: string, path = progressPath) =>
      (await fetch(sandbox.url + path, { headers: { 'x-gft-api-key': apiKey } })).status;
    return { control, apiKeys, request };
  };
  const [locked, free] = [await createWorkspace('locked'), await createWorkspace('free')];

  const holder = new pg.Client(postgres.url);
  await holder.connect();
  await holder.query('begin');
  await holder.query(`update giftoin_sandbox.workspaces set version = version where workspace = 'locked'`);
  let isLocked = true;
  const grants = Promise.allSettled(Array.from({ length: 20 }, () => locked.control.grantCard(card)));
  const faulty = Promise.all(Array.from({ length: 20 }, () => locked.request(locked.apiKeys.failing)));
  void grants.then(() => {
    isLocked = false;
  });

  // Everything else goes on.
  for (let round = 0; round < 20; round += 1) {
    const statuses = [
      await free.request(free.apiKeys.default),
      await free.request(free.apiKeys.failing),
      await locked.request(locked.apiKeys.default),
      await free.request(free.apiKeys.default, '/readyz'),
    ];
    expect(statuses).toEqual([200, 500, 200, 200]);
    await free.control.grantCard(card);
    await free.control.exportWorld();
  }
  expect([await free.request(free.apiKeys.limited), await free.request(free.apiKeys.limited)]).toEqual([200, 429]);
  expect(isLocked).toBe(true);

  await holder.query('rollback');
  await holder.end();
  const failures = (await grants).filter((outcome) => outcome.status === 'rejected');
  expect(failures.filter(({ reason }) => reason.status !== 503)).toEqual([]);
  expect((await faulty).filter((status) => status !== 503 && status !== 500)).toEqual([]);
  await locked.control.grantCard(card);
  expect(await locked.request(locked.apiKeys.failing)).toBe(500);
});
