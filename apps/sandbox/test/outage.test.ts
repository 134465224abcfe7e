/** The sandbox recovers when the database was unavailable, without a restart. */

import { type Postgres, startPostgres } from '@giftoin/postgres';
import { afterAll, beforeAll, test } from 'vitest';
import { type CutProxy, startCutProxy } from './cut-proxy.ts';
import { cutNetwork, endConnections, restart } from './outages.ts';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';

let postgres: Postgres;
let proxy: CutProxy;
let sandbox: SandboxProcess;
beforeAll(async () => {
  postgres = await startPostgres();
  const { port } = new URL(postgres.url);
  proxy = await startCutProxy(Number(port));
  sandbox = await startSandboxProcess(postgres.url.replace(port, String(proxy.port)));
});
afterAll(async () => {
  await sandbox?.end('SIGKILL');
  await proxy?.close();
  await postgres?.remove();
});

test.each([
  ['is stopped', () => postgres.stop()],
  ['is killed', () => postgres.kill()],
  ['is killed again', () => postgres.kill()],
])('returns 503 while the database %s, and loses no change', { timeout: 60_000 }, async (_, stop) => {
  await restart(postgres, sandbox, stop);
});

test('keeps running when PostgreSQL ends its connections, and loses no change', { timeout: 60_000 }, async () => {
  await endConnections(postgres, sandbox, 10);
});

test('returns 503 while the network is cut, and loses no change', { timeout: 120_000 }, async () => {
  await cutNetwork(proxy, sandbox);
});
