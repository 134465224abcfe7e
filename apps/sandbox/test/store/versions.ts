import { type InventoryKey, systemClock } from '@giftoin/simulator/sandbox';
import { expect, test } from 'vitest';
import type { SqlStore } from '../../src/store/index.ts';
import { createEntry } from './request-log.ts';
import { catchRequestError, createTestWorkspace, plainWorld, runConcurrently } from './test-worlds.ts';

const user = { platform: 'discord', platformUserId: '42' };
const other = { platform: 'discord', platformUserId: '43' };

export function versionTests(store: () => SqlStore): void {
  const versions = async (workspace: string) => {
    const [userVersions, otherVersions] = await Promise.all(
      [user, other].map((id) => store().readVersions(workspace, id)),
    );
    return { workspace: userVersions?.workspace ?? 0, user: userVersions?.user, other: otherVersions?.user };
  };

  test('a change of an inventory changes only the version of that user', async () => {
    const workspace = await createTestWorkspace(store());
    const key: InventoryKey = { workspace, ...user, programId: 'program_1' };
    const start = await versions(workspace);
    expect(start).toEqual({ workspace: start.workspace, user: 0, other: 0 });
    const changes: (() => Promise<unknown>)[] = [
      () => store().grantCard(key, 'card_a', 1),
      () => store().revokeCard(key, 'card_a', 1),
      () => store().completeCollection(key, 0),
      () => store().claimReward(key),
      () => store().unclaimReward(key),
    ];
    for (const [index, change] of changes.entries()) {
      await change();
      expect(await versions(workspace)).toEqual({ ...start, user: index + 1 });
    }
    await catchRequestError(() => store().grantCard(key, 'card_z', 1));
    await catchRequestError(() => store().unclaimReward(key));
    expect(await versions(workspace)).toEqual({ ...start, user: changes.length });
  });

  test('a change of the state that all users share changes the version of the workspace', async () => {
    const workspace = await createTestWorkspace(store());
    const changes: (() => Promise<unknown>)[] = [
      () => store().createKey(workspace, { keyName: 'mine' }),
      () => store().changeKey(workspace, 'mine', { overdue: true }),
      () => store().injectFault(workspace, 'mine', { status: 500, times: 2 }),
      () => store().clearInjectedFaults(workspace, 'mine'),
      () => store().revokeKey(workspace, 'mine'),
      () => store().changeClock(workspace, () => systemClock),
      () => store().loadWorld(workspace, plainWorld),
      () =>
        store()
          .saveSnapshot(workspace, 'one')
          .then(() => store().restoreSnapshot(workspace, 'one')),
      () => store().resetWorkspace(workspace, plainWorld),
    ];
    for (const change of changes) {
      const before = await versions(workspace);
      await change();
      const after = await versions(workspace);
      expect(after.workspace).toBeGreaterThan(before.workspace);
      expect((await store().readWorkspaceState(workspace))?.version).toBe(after.workspace);
    }
  });

  test('an injected fault changes the version of the workspace after its last request', async () => {
    const workspace = await createTestWorkspace(store());
    await store().injectFault(workspace, 'default', { status: 500, times: 2 });
    const start = await versions(workspace);
    await store().takeInjectedFault(workspace, 'default');
    expect(await versions(workspace)).toEqual(start);
    await store().takeInjectedFault(workspace, 'default');
    expect(await versions(workspace)).toEqual({ ...start, workspace: start.workspace + 1 });
    await store().takeInjectedFault(workspace, 'default');
    expect(await versions(workspace)).toEqual({ ...start, workspace: start.workspace + 1 });
  });

  test('reads, request log entries and rejected changes change no version', async () => {
    const workspace = await createTestWorkspace(store());
    await store().saveSnapshot(workspace, 'one');
    await store().grantCard({ workspace, ...user, programId: 'program_1' }, 'card_a', 1);
    const start = await versions(workspace);
    await store().exportWorld(workspace);
    await store().readWorkspaceState(workspace);
    await store().readInventory(workspace, user);
    await store().listKeys(workspace);
    await store().readClock(workspace);
    await store().consumeRequestBudget(workspace, 'default', { requests: 1, per: 1_000 });
    await store().deleteSnapshot(workspace, 'one');
    store().requestLog.record(workspace, createEntry(1));
    await store().requestLog.read(workspace, 1);
    await catchRequestError(() => store().createKey(workspace, { keyName: 'default' }));
    await catchRequestError(() => store().changeKey(workspace, 'none', {}));
    await catchRequestError(() => store().restoreSnapshot(workspace, 'one'));
    await catchRequestError(() => store().changeClock(workspace, () => ({ frozenAt: 9e15, offset: 0 })));
    expect(await versions(workspace)).toEqual(start);
  });

  test('returns the right versions to concurrent calls', async () => {
    const workspace = await createTestWorkspace(store());
    const createUser = (index: number) => ({ platform: 'discord', platformUserId: `${index}` });
    await runConcurrently(20, async (index) => {
      for (let change = 0; change < index % 4; change += 1) {
        await store().grantCard({ workspace, ...createUser(index), programId: 'program_1' }, 'card_a', 1);
      }
    });
    const results = await runConcurrently(40, (index) =>
      store().readVersions(index % 2 ? workspace : 'nowhere', createUser(index % 20)),
    );
    const { workspace: version } = await versions(workspace);
    expect(results).toEqual(
      results.map((_, index) => (index % 2 ? { workspace: version, user: (index % 20) % 4 } : undefined)),
    );
  });
}
