import type { SandboxControlError } from '@giftoin/sandbox';
import { expect } from 'vitest';
import { startSandboxProcess } from './sandbox-process.ts';

/** How many processes write at the same time, and are killed. */
export const processes = 5;

/**
 * Lets processes write to one database, kills each while they write, and expects that no acknowledged change is lost.
 *
 * @param location the path of a SQLite file, or the URL of a PostgreSQL database
 */
export async function killDuringWrites(location: string, rounds: number): Promise<void> {
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
}
