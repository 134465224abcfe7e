/** What `test/outage.test.ts` shows, many times. */
import { type Postgres, startPostgres } from '@giftoin/postgres';
import { afterAll, beforeAll, test } from 'vitest';
import { type CutProxy, startCutProxy } from '../test/cut-proxy.ts';
import { cutNetwork, endConnections, restart } from '../test/outages.ts';
import { type SandboxProcess, startSandboxProcess } from '../test/sandbox-process.ts';

const rounds = 20;

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

test(`keeps running when PostgreSQL ends its connections, in ${rounds} runs of ${rounds} rounds`, async () => {
  for (let run = 1; run <= rounds; run += 1) await endConnections(postgres, sandbox, rounds);
});

test(`recovers from ${rounds} restarts and ${rounds} crashes`, async () => {
  for (let round = 1; round <= rounds; round += 1) {
    await restart(postgres, sandbox, () => postgres.stop());
    await restart(postgres, sandbox, () => postgres.kill());
  }
});

test('recovers from 3 cuts of the network', async () => {
  for (let round = 1; round <= 3; round += 1) await cutNetwork(proxy, sandbox);
});
