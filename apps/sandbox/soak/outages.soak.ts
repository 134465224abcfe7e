/** What `test/outage.test.ts` shows, many times. */
import { afterAll, test } from 'vitest';
import { cutNetwork, endConnections, restart } from '../test/outages.ts';
import { startBehindProxy } from '../test/start-behind-proxy.ts';

const rounds = 20;

const database = await startBehindProxy();
const { postgres, proxy, sandbox } = database;
afterAll(() => database[Symbol.asyncDispose]());

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
