import { expect } from 'vitest';
import type { SandboxProcess } from './sandbox-process.ts';
import { progressPath, user } from './start-test-sandbox.ts';

export const card = { ...user, programId: 'program_123', cardId: 'card_456' };

export async function request({ url }: SandboxProcess, path: string) {
  const response = await fetch(url + path, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
  return { status: response.status, headers: response.headers, json: await response.json() };
}

export async function readQuantity(sandbox: SandboxProcess): Promise<number> {
  const { json } = await request(sandbox, `${progressPath}/program_123`);
  return (json as { cards: { ownedQuantity: number }[] }).cards[0]?.ownedQuantity ?? 0;
}

export async function waitUntil(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((soon) => setTimeout(soon, 20));
}

/** Waits until the sandbox responds with a status code. */
export function waitForStatus(sandbox: SandboxProcess, status: number): Promise<void> {
  return waitUntil(async () => (await request(sandbox, progressPath)).status === status);
}

const writers = 4;

/** Sends requests and changes without a pause. */
export function startLoad(sandbox: SandboxProcess) {
  let isStopped = false;
  let acknowledged = 0;
  const statuses = new Map<number, number>();
  const count = (status: number) => statuses.set(status, (statuses.get(status) ?? 0) + 1);
  const read = async () => {
    while (!isStopped) count((await request(sandbox, progressPath)).status);
  };
  const write = async () => {
    while (!isStopped) {
      await sandbox.control.grantCard(card).then(
        () => {
          acknowledged += 1;
        },
        (error: { status: number }) => count(error.status),
      );
    }
  };
  const before = readQuantity(sandbox);
  const all = before.then(() => Promise.all([read(), read(), ...Array.from({ length: writers }, write)]));
  return {
    readCount: (status: number) => statuses.get(status) ?? 0,
    readAcknowledged: () => acknowledged,
    /**
     * Stops the load, and expects that the sandbox runs, has lost no acknowledged change and has returned no other status
     * codes than 200 and 503.
     *
     * @param interruptions how often each writer can have been interrupted without knowing whether its change was stored
     */
    async stopAndExpectNothingLost(interruptions: number): Promise<void> {
      isStopped = true;
      await all;
      await waitForStatus(sandbox, 200);
      expect([...statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
      const stored = (await readQuantity(sandbox)) - (await before);
      expect(stored).toBeGreaterThanOrEqual(acknowledged);
      expect(stored).toBeLessThanOrEqual(acknowledged + writers * interruptions);
      expect((await request(sandbox, '/readyz')).status).toBe(200);
      expect([sandbox.isRunning(), sandbox.readErrors()]).toEqual([true, '']);
    },
  };
}
