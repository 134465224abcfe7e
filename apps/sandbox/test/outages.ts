import type { Postgres } from '@giftoin/postgres';
import pg from 'pg';
import { expect } from 'vitest';
import type { CutProxy } from './cut-proxy.ts';
import { card, request, startLoad, waitForStatus, waitUntil } from './outage-load.ts';
import type { SandboxProcess } from './sandbox-process.ts';
import { progressPath } from './start-test-sandbox.ts';

/** Expects the response of a sandbox whose database is unavailable, in the format of the contract. */
export async function expectUnavailable(sandbox: SandboxProcess): Promise<void> {
  const { status, headers, json } = await request(sandbox, progressPath);
  expect({ status, type: headers.get('content-type'), wait: headers.get('retry-after'), json }).toEqual({
    status: 503,
    type: 'application/json',
    wait: '1',
    json: {
      status: {
        timestamp: expect.closeTo(Date.now(), -5),
        errorCode: 503,
        errorMessage: 'The database is unavailable. Try again later.',
      },
    },
  });
  expect((await request(sandbox, '/readyz')).status).toBe(503);
  expect((await request(sandbox, '/healthz')).status).toBe(200);
  await expect(sandbox.control.grantCard(card)).rejects.toMatchObject({ status: 503 });
}

/** How many connections end in a round: those in use, and then those that the sandbox is just opening. */
const connectionsPerRound = 20;

/** Ends the connections of a sandbox under load, in rounds. */
export async function endConnections(postgres: Postgres, sandbox: SandboxProcess, rounds: number): Promise<void> {
  const admin = new pg.Client(postgres.url);
  await admin.connect();
  const load = startLoad(sandbox);
  let ended = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const before = load.readAcknowledged();
    await waitUntil(async () => load.readAcknowledged() > before + 3);
    while (ended < round * connectionsPerRound) {
      const { rowCount } = await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'giftoin-sandbox'`,
      );
      ended += rowCount ?? 0;
    }
  }
  await admin.end();
  await load.stopAndExpectNothingLost(ended);
}

/** Stops or kills the server under load, and starts it again. */
export async function restart(postgres: Postgres, sandbox: SandboxProcess, stop: () => Promise<void>): Promise<void> {
  const load = startLoad(sandbox);
  await waitUntil(async () => load.readAcknowledged() > 5);
  await stop();
  await waitForStatus(sandbox, 503);
  await expectUnavailable(sandbox);
  await postgres.start();
  await waitForStatus(sandbox, 200);
  await load.stopAndExpectNothingLost(1);
}

/** Cuts the network between a sandbox and its database under load. */
export async function cutNetwork(proxy: CutProxy, sandbox: SandboxProcess): Promise<void> {
  const load = startLoad(sandbox);
  await waitUntil(async () => load.readAcknowledged() > 5);
  proxy.cut();
  await waitForStatus(sandbox, 503);
  await expectUnavailable(sandbox);
  proxy.restore();
  await waitForStatus(sandbox, 200);
  const before = load.readAcknowledged();
  await waitUntil(async () => load.readAcknowledged() > before);
  await load.stopAndExpectNothingLost(1);
}
