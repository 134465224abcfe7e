/** The sandbox recovers when the database was unavailable, without a restart. */

import { type Postgres, startPostgres } from '@giftoin/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SandboxProcess, startSandboxProcess } from './sandbox-process.ts';
import { progressPath, user } from './start-test-sandbox.ts';

let postgres: Postgres;
let sandbox: SandboxProcess;
beforeAll(async () => {
  postgres = await startPostgres();
  sandbox = await startSandboxProcess(postgres.url);
});
afterAll(async () => {
  await sandbox?.end('SIGKILL');
  await postgres?.remove();
});

const card = { ...user, programId: 'program_123', cardId: 'card_456' };
const request = async (path: string) => {
  const response = await fetch(sandbox.url + path, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
  return { status: response.status, headers: response.headers, json: await response.json() };
};
const readQuantity = async () => {
  const { json } = await request(`${progressPath}/program_123`);
  return (json as { cards: { ownedQuantity: number }[] }).cards[0]?.ownedQuantity;
};

/**
 * Sends requests and changes without a pause. The returned function stops that, and returns the status codes and the number
 * of acknowledged changes.
 */
function startLoad() {
  let isStopped = false;
  let acknowledged = 0;
  const statuses = new Set<number>();
  const read = async () => {
    while (!isStopped) statuses.add((await request(progressPath)).status);
  };
  const write = async () => {
    while (!isStopped) {
      await sandbox.control.grantCard(card).then(
        () => {
          acknowledged += 1;
        },
        (error: { status: number }) => statuses.add(error.status),
      );
    }
  };
  const all = Promise.all([read(), read(), write(), write(), write(), write()]);
  return async () => {
    isStopped = true;
    await all;
    return { acknowledged, statuses: [...statuses].sort() };
  };
}

const waitUntil = async (condition: () => Promise<boolean>) => {
  while (!(await condition())) await new Promise((soon) => setTimeout(soon, 20));
};

test.each([
  ['is stopped', () => postgres.stop()],
  ['is killed', () => postgres.kill()],
  ['is killed again', () => postgres.kill()],
])('returns 503 while the database %s, and loses no change', { timeout: 60_000 }, async (_, stopDatabase) => {
  const before = (await readQuantity()) ?? 0;
  const stopLoad = startLoad();
  await new Promise((soon) => setTimeout(soon, 200));
  await stopDatabase();
  await waitUntil(async () => (await request(progressPath)).status === 503);

  const { status, headers, json } = await request(progressPath);
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
  expect((await request('/readyz')).status).toBe(503);
  expect((await request('/healthz')).status).toBe(200);
  await expect(sandbox.control.grantCard(card)).rejects.toMatchObject({ status: 503 });

  await postgres.start();
  await waitUntil(async () => (await request(progressPath)).status === 200);
  const { acknowledged, statuses } = await stopLoad();
  expect(statuses).toEqual([200, 503]);
  // Each of the four writes in progress may have been stored without a response.
  const now = await readQuantity();
  expect(now).toBeGreaterThanOrEqual(before + acknowledged);
  expect(now).toBeLessThanOrEqual(before + acknowledged + 4);
  expect((await request('/readyz')).status).toBe(200);
  expect([sandbox.isRunning(), sandbox.readErrors()]).toEqual([true, '']);
});
