/** No acknowledged change is lost, even if the process is killed. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxControlError } from '@giftoin/sandbox';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startSandboxProcess } from './sandbox-process.ts';
import { progressPath, user } from './start-test-sandbox.ts';
import { createLocations, type Locations, sharedKinds } from './store/databases.ts';

const rounds = 4;
const processes = 5;
const kills = rounds * processes;

describe.each(sharedKinds)('on %s', { timeout: 240_000 }, (kind) => {
  let locations: Locations;
  beforeAll(async () => {
    locations = await createLocations(kind);
  });
  afterAll(() => locations.remove());

  test(`keeps every acknowledged change after ${kills} kills during writes`, async () => {
    const location = await locations.createEmpty();
    const acknowledged = Array.from({ length: processes }, () => 0);
    const sent = Array.from({ length: processes }, () => 0);

    async function writeUntilKilled(writer: number): Promise<void> {
      const sandbox = await startSandboxProcess(location);
      const user = { platform: 'discord', platformUserId: `${writer}`, programId: 'program_123' };
      const { promise: enoughGrants, resolve } = Promise.withResolvers<void>();
      const grants = async () => {
        let made = 0;
        for (;;) {
          sent[writer] = (sent[writer] ?? 0) + 1;
          const isAcknowledged = await sandbox.control.grantCard({ ...user, cardId: 'card_456' }).then(
            () => true,
            // On a busy machine, a write can wait too long for the other processes. It is then not acknowledged.
            (error: SandboxControlError) => error.status !== 503 && Promise.reject(error),
          );
          if (!isAcknowledged) continue;
          acknowledged[writer] = (acknowledged[writer] ?? 0) + 1;
          made += 1;
          // Each process is killed at another time, while it and the others write.
          if (made === 5 * (writer + 1)) setTimeout(resolve, writer);
        }
      };
      const writing = grants();
      // Fails with the reason if the process stops writing before it is killed.
      await Promise.race([enoughGrants, writing]);
      await sandbox.end('SIGKILL');
      await expect(writing).rejects.toThrow('Cannot reach the control API');
    }

    for (let round = 1; round <= rounds; round += 1) {
      await Promise.all(acknowledged.map((_, writer) => writeUntilKilled(writer)));
      const sandbox = await startSandboxProcess(location);
      const { users = [] } = await sandbox.control.exportWorld();
      await sandbox.end('SIGKILL');
      for (let writer = 0; writer < processes; writer += 1) {
        const user = users.find(({ platformUserId }) => platformUserId === `${writer}`);
        const stored = user?.cards?.program_123?.card_456 ?? 0;
        // The last write may or may not have been stored.
        expect(stored).toBeGreaterThanOrEqual(acknowledged[writer] ?? 0);
        expect(stored).toBeLessThanOrEqual(sent[writer] ?? 0);
        acknowledged[writer] = stored;
        sent[writer] = stored;
      }
    }
  });

  test('accepts one of a hundred concurrent claims on two processes', async () => {
    const location = await locations.createEmpty();
    const sandboxes = await Promise.all([startSandboxProcess(location), startSandboxProcess(location)]);
    const [one, other] = sandboxes;
    const userProgram = { ...user, programId: 'program_123' };
    await one.control.completeCollection(userProgram);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) => (index % 2 ? one : other).control.claimReward(userProgram)),
    );
    const reasons = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'claimed' : outcome.reason.message));
    expect(reasons.sort()).toEqual([
      ...Array.from({ length: 99 }, () => 'The reward of program_123 is already claimed.'),
      'claimed',
    ]);
    for (const { url } of sandboxes) {
      const response = await fetch(url + progressPath, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
      expect(await response.json()).toMatchObject([{ reward: { isClaimed: true, canClaim: false, value: 'text' } }]);
    }
    await Promise.all(sandboxes.map((sandbox) => sandbox.end('SIGKILL')));
  });

  test('returns a change of one process in the next response of another', async () => {
    const location = await locations.createEmpty();
    const [one, other] = await Promise.all([startSandboxProcess(location), startSandboxProcess(location)]);
    const card = { ...user, programId: 'program_123', cardId: 'card_465' };
    const readCollectedCount = async () => {
      const response = await fetch(other.url + progressPath, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
      return ((await response.json()) as { collectedCount: number }[])[0]?.collectedCount;
    };
    for (let round = 0; round < 20; round += 1) {
      await one.control.grantCard(card);
      expect(await readCollectedCount()).toBe(4);
      await one.control.revokeCard(card);
      expect(await readCollectedCount()).toBe(3);
    }
    await Promise.all([one.end('SIGKILL'), other.end('SIGKILL')]);
  });

  test('completes requests in progress on SIGTERM, and accepts no new ones', async () => {
    const sandbox = await startSandboxProcess(await locations.createEmpty());
    await sandbox.control.injectFault({ keyName: 'default', delay: 4_000, times: 1 });
    const headers = { 'x-gft-api-key': 'gft_default_sandbox' };
    let isInProgress = true;
    const delayed = fetch(sandbox.url + progressPath, { headers }).then(({ status }) => {
      isInProgress = false;
      return status;
    });
    // The request has arrived when its injected fault is taken.
    const isTaken = async () => {
      const keys = await sandbox.control.listKeys();
      return keys.find(({ keyName }) => keyName === 'default')?.injectedFaults.length === 0;
    };
    while (!(await isTaken())) await sleep(20);
    const ended = sandbox.end('SIGTERM');
    const isAccepted = () =>
      fetch(sandbox.url + progressPath, { headers })
        .then((response) => response.text())
        .then(
          () => true,
          () => false,
        );
    while (await isAccepted()) await sleep(20);
    // New requests are rejected while the response is still delayed.
    expect(isInProgress).toBe(true);
    expect([await delayed, await ended, sandbox.readErrors()]).toEqual([200, 0, '']);
  });
});
