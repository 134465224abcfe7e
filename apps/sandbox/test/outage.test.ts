/** The database goes and comes back while it is asked: nobody starts the sandbox again. */

import { type Postgres, startPostgres } from '@giftoin/postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SandboxProcess, startProcess } from './process.ts';
import { person, progress } from './sandbox.ts';

let postgres: Postgres;
let sandbox: SandboxProcess;
beforeAll(async () => {
  postgres = await startPostgres();
  sandbox = await startProcess(postgres.url);
});
afterAll(async () => {
  await sandbox?.end('SIGKILL');
  await postgres?.remove();
});

const card = { ...person, programId: 'program_123', cardId: 'card_456' };
const ask = async (path: string) => {
  const response = await fetch(sandbox.url + path, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
  return { status: response.status, headers: response.headers, json: await response.json() };
};
const owned = async () => {
  const { json } = await ask(`${progress}/program_123`);
  return (json as { cards: { ownedQuantity: number }[] }).cards[0]?.ownedQuantity;
};

/** Asks and writes without a pause until it is told to stop: what was answered, and how many writes were acknowledged. */
function busyUse() {
  let isOver = false;
  let acknowledged = 0;
  const statuses = new Set<number>();
  const asking = async () => {
    while (!isOver) statuses.add((await ask(progress)).status);
  };
  const writing = async () => {
    while (!isOver) {
      await sandbox.control.grantCard(card).then(
        () => {
          acknowledged += 1;
        },
        (error: { status: number }) => statuses.add(error.status),
      );
    }
  };
  const all = Promise.all([asking(), asking(), writing(), writing(), writing(), writing()]);
  return async () => {
    isOver = true;
    await all;
    return { acknowledged, statuses: [...statuses].sort() };
  };
}

const until = async (condition: () => Promise<boolean>) => {
  while (!(await condition())) await new Promise((soon) => setTimeout(soon, 20));
};

test.each([
  ['in good order', () => postgres.stop()],
  ['in no order', () => postgres.kill()],
  ['in no order once more', () => postgres.kill()],
])(
  'while the database is gone, %s, it says 503, and afterwards nothing is lost',
  { timeout: 60_000 },
  async (_, end) => {
    const before = (await owned()) ?? 0;
    const stopUse = busyUse();
    await new Promise((soon) => setTimeout(soon, 200));
    await end();
    await until(async () => (await ask(progress)).status === 503);

    const { status, headers, json } = await ask(progress);
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
    expect((await ask('/readyz')).status).toBe(503);
    expect((await ask('/healthz')).status).toBe(200);
    await expect(sandbox.control.grantCard(card)).rejects.toMatchObject({ status: 503 });

    await postgres.start();
    await until(async () => (await ask(progress)).status === 200);
    const { acknowledged, statuses } = await stopUse();
    expect(statuses).toEqual([200, 503]);
    // Four writes were under way when it went: each may have been kept unsaid.
    const now = await owned();
    expect(now).toBeGreaterThanOrEqual(before + acknowledged);
    expect(now).toBeLessThanOrEqual(before + acknowledged + 4);
    expect((await ask('/readyz')).status).toBe(200);
    expect([sandbox.isAlive(), sandbox.complaints()]).toEqual([true, '']);
  },
);
