import { expect, test } from 'vitest';
import type { InventoryKey, Store } from '../../src/store/index.ts';
import { systemClock } from '../../src/world/clock.ts';
import { entryOf } from './request-log.ts';
import { newWorkspace, plainWorld, refusalOf, times } from './test-worlds.ts';

const user = { platform: 'discord', platformUserId: '42' };
const other = { platform: 'discord', platformUserId: '43' };

export function versionTests(store: () => Store): void {
  const versions = async (workspace: string) => {
    const [of, ofOther] = await Promise.all([user, other].map((who) => store().readVersions(workspace, who)));
    return { workspace: of?.workspace ?? 0, user: of?.user, other: ofOther?.user };
  };

  test('a change of what a user owns changes the version of that user alone', async () => {
    const workspace = await newWorkspace(store());
    const place: InventoryKey = { workspace, ...user, programId: 'program_1' };
    const start = await versions(workspace);
    expect(start).toEqual({ workspace: start.workspace, user: 0, other: 0 });
    const changes: (() => Promise<unknown>)[] = [
      () => store().grantCard(place, 'card_a', 1),
      () => store().revokeCard(place, 'card_a', 1),
      () => store().completeCollection(place, 0),
      () => store().claimReward(place),
      () => store().unclaimReward(place),
    ];
    for (const [index, change] of changes.entries()) {
      await change();
      expect(await versions(workspace)).toEqual({ ...start, user: index + 1 });
    }
    await refusalOf(() => store().grantCard(place, 'card_z', 1));
    await refusalOf(() => store().unclaimReward(place));
    expect(await versions(workspace)).toEqual({ ...start, user: changes.length });
  });

  test('a change of what all users have in common changes the version of the workspace', async () => {
    const workspace = await newWorkspace(store());
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

  test('a fault changes the version of the workspace when it is used up, and not before', async () => {
    const workspace = await newWorkspace(store());
    await store().injectFault(workspace, 'default', { status: 500, times: 2 });
    const start = await versions(workspace);
    await store().takeInjectedFault(workspace, 'default');
    expect(await versions(workspace)).toEqual(start);
    await store().takeInjectedFault(workspace, 'default');
    expect(await versions(workspace)).toEqual({ ...start, workspace: start.workspace + 1 });
    await store().takeInjectedFault(workspace, 'default');
    expect(await versions(workspace)).toEqual({ ...start, workspace: start.workspace + 1 });
  });

  test('what is only asked, noted or refused changes no version', async () => {
    const workspace = await newWorkspace(store());
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
    store().requestLog.record(workspace, entryOf(1));
    await store().requestLog.read(workspace, 1);
    await store().requestLog.clear(workspace);
    await refusalOf(() => store().createKey(workspace, { keyName: 'default' }));
    await refusalOf(() => store().changeKey(workspace, 'none', {}));
    await refusalOf(() => store().restoreSnapshot(workspace, 'one'));
    await refusalOf(() => store().changeClock(workspace, () => ({ frozenAt: 9e15, offset: 0 })));
    expect(await versions(workspace)).toEqual(start);
  });

  test('many who ask at the same time are each told their own', async () => {
    const workspace = await newWorkspace(store());
    const who = (index: number) => ({ platform: 'discord', platformUserId: `${index}` });
    await times(20, async (index) => {
      for (let change = 0; change < index % 4; change += 1) {
        await store().grantCard({ workspace, ...who(index), programId: 'program_1' }, 'card_a', 1);
      }
    });
    const told = await times(40, (index) => store().readVersions(index % 2 ? workspace : 'nowhere', who(index % 20)));
    const { workspace: version } = await versions(workspace);
    expect(told).toEqual(
      told.map((_, index) => (index % 2 ? { workspace: version, user: (index % 20) % 4 } : undefined)),
    );
  });
}
