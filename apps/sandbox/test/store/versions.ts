import { expect, test } from 'vitest';
import type { Place, Store } from '../../src/store/index.ts';
import { wallClock } from '../../src/world/clock.ts';
import { entryOf } from './journal.ts';
import { newWorkspace, plainWorld, refusalOf, times } from './worlds-for-tests.ts';

const [member, other] = ['discord/42', 'discord/43'];

export function versionTests(store: () => Store): void {
  const versions = async (workspace: string) => {
    const [of, ofOther] = await Promise.all([member, other].map((who) => store().versionsOf(workspace, who)));
    return { workspace: of?.workspace ?? 0, member: of?.member, other: ofOther?.member };
  };

  test('a change of what a user owns changes the version of that user alone', async () => {
    const workspace = await newWorkspace(store());
    const place: Place = { workspace, member, programId: 'program_1' };
    const start = await versions(workspace);
    expect(start).toEqual({ workspace: start.workspace, member: 0, other: 0 });
    const changes: (() => Promise<unknown>)[] = [
      () => store().grantCard(place, 'card_a', 1),
      () => store().revokeCard(place, 'card_a', 1),
      () => store().completeCollection(place, 0),
      () => store().claimReward(place),
      () => store().unclaimReward(place),
    ];
    for (const [index, change] of changes.entries()) {
      await change();
      expect(await versions(workspace)).toEqual({ ...start, member: index + 1 });
    }
    await refusalOf(() => store().grantCard(place, 'card_z', 1));
    await refusalOf(() => store().unclaimReward(place));
    expect(await versions(workspace)).toEqual({ ...start, member: changes.length });
  });

  test('a change of what all users have in common changes the version of the workspace', async () => {
    const workspace = await newWorkspace(store());
    const changes: (() => Promise<unknown>)[] = [
      () => store().createKey(workspace, { keyName: 'mine' }),
      () => store().changeKey(workspace, 'mine', { overdue: true }),
      () => store().addFault(workspace, 'mine', { status: 500, times: 2 }),
      () => store().clearFaults(workspace, 'mine'),
      () => store().revokeKey(workspace, 'mine'),
      () => store().changeClock(workspace, () => wallClock),
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
      expect((await store().catalogueOf(workspace))?.version).toBe(after.workspace);
    }
  });

  test('a fault changes the version of the workspace when it is used up, and not before', async () => {
    const workspace = await newWorkspace(store());
    await store().addFault(workspace, 'default', { status: 500, times: 2 });
    const start = await versions(workspace);
    await store().takeFault(workspace, 'default');
    expect(await versions(workspace)).toEqual(start);
    await store().takeFault(workspace, 'default');
    expect(await versions(workspace)).toEqual({ ...start, workspace: start.workspace + 1 });
    await store().takeFault(workspace, 'default');
    expect(await versions(workspace)).toEqual({ ...start, workspace: start.workspace + 1 });
  });

  test('what is only asked, noted or refused changes no version', async () => {
    const workspace = await newWorkspace(store());
    await store().saveSnapshot(workspace, 'one');
    await store().grantCard({ workspace, member, programId: 'program_1' }, 'card_a', 1);
    const start = await versions(workspace);
    await store().exportWorld(workspace);
    await store().catalogueOf(workspace);
    await store().belongingsOf(workspace, member);
    await store().listKeys(workspace);
    await store().readClock(workspace);
    await store().takeRequest(workspace, 'default', { requests: 1, per: 1_000 });
    await store().deleteSnapshot(workspace, 'one');
    store().journal.note(workspace, entryOf(1));
    await store().journal.read(workspace, 1);
    await store().journal.clear(workspace);
    await refusalOf(() => store().createKey(workspace, { keyName: 'default' }));
    await refusalOf(() => store().changeKey(workspace, 'none', {}));
    await refusalOf(() => store().restoreSnapshot(workspace, 'one'));
    await refusalOf(() => store().changeClock(workspace, () => ({ frozenAt: 9e15, offset: 0 })));
    expect(await versions(workspace)).toEqual(start);
  });

  test('many who ask at the same time are each told their own', async () => {
    const workspace = await newWorkspace(store());
    const who = (index: number) => `discord/${index}`;
    await times(20, async (index) => {
      for (let change = 0; change < index % 4; change += 1) {
        await store().grantCard({ workspace, member: who(index), programId: 'program_1' }, 'card_a', 1);
      }
    });
    const told = await times(40, (index) => store().versionsOf(index % 2 ? workspace : 'nowhere', who(index % 20)));
    const { workspace: version } = await versions(workspace);
    expect(told).toEqual(
      told.map((_, index) => (index % 2 ? { workspace: version, member: (index % 20) % 4 } : undefined)),
    );
  });
}
