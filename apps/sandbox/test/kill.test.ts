/** Nothing that was acknowledged is lost, whatever ends the process. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startProcess } from './process.ts';
import { person, progress } from './sandbox.ts';
import { type Places, placesOf, sharedKinds } from './store/databases.ts';

const rounds = 4;
const processes = 5;
/** As many kills in all. */
const kills = rounds * processes;

describe.each(sharedKinds)('on %s', { timeout: 120_000 }, (kind) => {
  let places: Places;
  beforeAll(async () => {
    places = await placesOf(kind);
  });
  afterAll(() => places.remove());

  test(`what was acknowledged is there after ${kills} kills during writes`, async () => {
    const place = await places.empty();
    const acknowledged = Array.from({ length: processes }, () => 0);
    const sent = Array.from({ length: processes }, () => 0);

    async function writeUntilKilled(writer: number): Promise<void> {
      const sandbox = await startProcess(place);
      const user = { platform: 'discord', platformUserId: `${writer}`, programId: 'program_123' };
      const { promise: enough, resolve } = Promise.withResolvers<void>();
      const grants = async () => {
        for (let made = 1; ; made += 1) {
          sent[writer] = (sent[writer] ?? 0) + 1;
          await sandbox.control.grantCard({ ...user, cardId: 'card_456' });
          acknowledged[writer] = (acknowledged[writer] ?? 0) + 1;
          // Each in another moment, while it goes on and the others do.
          if (made === 5 * (writer + 1)) setTimeout(resolve, writer);
        }
      };
      const writing = grants().catch(() => {});
      await enough;
      await sandbox.end('SIGKILL');
      await writing;
    }

    for (let round = 1; round <= rounds; round += 1) {
      await Promise.all(acknowledged.map((_, writer) => writeUntilKilled(writer)));
      const sandbox = await startProcess(place);
      const { users = [] } = await sandbox.control.exportWorld();
      await sandbox.end('SIGTERM');
      for (let writer = 0; writer < processes; writer += 1) {
        const user = users.find(({ platformUserId }) => platformUserId === `${writer}`);
        const stored = user?.cards?.program_123?.card_456 ?? 0;
        // The write that was under way may have been kept, and no more.
        expect(stored).toBeGreaterThanOrEqual(acknowledged[writer] ?? 0);
        expect(stored).toBeLessThanOrEqual(sent[writer] ?? 0);
        acknowledged[writer] = stored;
        sent[writer] = stored;
      }
    }
  });

  test('of a hundred claims at once, over two processes, one is made', async () => {
    const place = await places.empty();
    const sandboxes = await Promise.all([startProcess(place), startProcess(place)]);
    const [one, other] = sandboxes;
    const winter = { ...person, programId: 'program_123' };
    await one.control.completeCollection(winter);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, (_, index) => (index % 2 ? one : other).control.claimReward(winter)),
    );
    const reasons = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? 'claimed' : outcome.reason.message));
    expect(reasons.sort()).toEqual([
      ...Array.from({ length: 99 }, () => 'The reward of program_123 is already claimed.'),
      'claimed',
    ]);
    for (const { url } of sandboxes) {
      const response = await fetch(url + progress, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
      expect(await response.json()).toMatchObject([{ reward: { isClaimed: true, canClaim: false, value: 'text' } }]);
    }
    await Promise.all(sandboxes.map((sandbox) => sandbox.end('SIGTERM')));
  });

  test('what one process changes, the next request to another sees', async () => {
    const place = await places.empty();
    const [one, other] = await Promise.all([startProcess(place), startProcess(place)]);
    const card = { ...person, programId: 'program_123', cardId: 'card_465' };
    const seen = async () => {
      const response = await fetch(other.url + progress, { headers: { 'x-gft-api-key': 'gft_default_sandbox' } });
      return ((await response.json()) as { collectedCount: number }[])[0]?.collectedCount;
    };
    for (let round = 0; round < 20; round += 1) {
      await one.control.grantCard(card);
      expect(await seen()).toBe(4);
      await one.control.revokeCard(card);
      expect(await seen()).toBe(3);
    }
    await Promise.all([one.end('SIGTERM'), other.end('SIGTERM')]);
  });

  test('SIGTERM lets the answers under way arrive, and takes no more', async () => {
    const sandbox = await startProcess(await places.empty());
    await sandbox.control.injectFault({ keyName: 'default', delay: 400, times: 1 });
    const headers = { 'x-gft-api-key': 'gft_default_sandbox' };
    const answered = fetch(sandbox.url + progress, { headers }).then((response) => response.status);
    await new Promise((soon) => setTimeout(soon, 150));
    const ended = sandbox.end('SIGTERM');
    await new Promise((soon) => setTimeout(soon, 50));
    await expect(fetch(sandbox.url + progress, { headers })).rejects.toThrow();
    expect([await answered, await ended, sandbox.complaints()]).toEqual([200, 0, '']);
  });
});
