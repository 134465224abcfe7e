/** No acknowledged change is lost, even if the process is killed. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { killDuringWrites, processes } from './kills.ts';
import { startSandboxProcess } from './sandbox-process.ts';
import { progressPath, user } from './start-test-sandbox.ts';
import { createLocations, type Locations, sharedKinds } from './store/databases.ts';

// `soak/kills.soak.ts` does it many times.
const rounds = 1;

describe.each(sharedKinds)('on %s', { timeout: 240_000 }, (kind) => {
  let locations: Locations;
  beforeAll(async () => {
    locations = await createLocations(kind);
  });
  afterAll(() => locations.remove());

  test(`keeps every acknowledged change after ${rounds * processes} kills during writes`, async () => {
    await killDuringWrites(await locations.createEmpty(), rounds);
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
