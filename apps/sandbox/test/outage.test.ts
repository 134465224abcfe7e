/** The sandbox recovers when the database was unavailable, without a restart. */

import { afterAll, test } from 'vitest';
import { cutNetwork, endConnections, restart } from './outages.ts';
import { startBehindProxy } from './start-behind-proxy.ts';

const database = await startBehindProxy();
const { postgres, proxy, sandbox } = database;
afterAll(() => database[Symbol.asyncDispose]());

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
