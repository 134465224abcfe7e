import { expect, test } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { systemClock, withTime } from '../../src/world/clock.ts';
import { initialApiKeys } from './api-keys.ts';
import { entryOf } from './request-log.ts';
import { newWorkspace, noon, plainWorld, refusalOf } from './test-worlds.ts';

const user = { platform: 'discord', platformUserId: '42' };

export function workspaceTests(store: () => Store): void {
  test('a workspace is listed from when it is created until it is deleted', async () => {
    const before = await store().listWorkspaces();
    const { workspace, apiKeys } = await store().createWorkspace('a-workspace', plainWorld);
    const keys = Object.keys(apiKeys).sort();
    expect([workspace, keys]).toEqual(['a-workspace', ['default', 'denied', 'failing', 'limited', 'overdue']]);
    expect(new Set(Object.values(apiKeys)).size).toBe(5);
    expect(await store().listWorkspaces()).toEqual([...before, 'a-workspace'].sort());
    expect(await store().deleteWorkspace('a-workspace')).toBeUndefined();
    expect(await store().listWorkspaces()).toEqual(before);
  });

  test('a name is taken once, and what is there stays as it is', async () => {
    const workspace = await newWorkspace(store());
    await store().grantCard({ workspace, ...user, programId: 'program_1' }, 'card_a', 1);
    const before = await store().exportWorld(workspace);
    const taken = await refusalOf(() => store().createWorkspace(workspace, { programs: [] }));
    expect(taken).toEqual([409, `The workspace ${workspace} already exists. Choose another name.`]);
    expect(await store().exportWorld(workspace)).toEqual(before);
  });

  test('with a workspace goes everything in it, and another of the same name starts anew', async () => {
    const workspace = await newWorkspace(store());
    const place = { workspace, ...user, programId: 'program_1' };
    await store().completeCollection(place, 0);
    await store().claimReward(place);
    await store().saveSnapshot(workspace, 'before');
    await store().injectFault(workspace, 'default', { status: 500 });
    store().requestLog.record(workspace, entryOf(1));
    await store().requestLog.read(workspace, 1);
    await store().deleteWorkspace(workspace);

    expect(await store().readVersions(workspace, user)).toBeUndefined();
    expect(await store().readWorkspaceState(workspace)).toBeUndefined();
    expect(await store().readInventory(workspace, user)).toEqual({ version: 0, programs: new Map() });
    const nowhere = [404, `There is no workspace ${workspace}.`];
    const { exportWorld, deleteWorkspace, listSnapshots, listKeys, readClock, requestLog } = store();
    for (const ask of [exportWorld, deleteWorkspace, listSnapshots, listKeys, readClock]) {
      expect(await refusalOf(() => ask(workspace))).toEqual(nowhere);
    }
    expect(await refusalOf(() => requestLog.read(workspace, 1))).toEqual(nowhere);

    await store().createWorkspace(workspace, plainWorld);
    expect(await exportWorld(workspace)).toEqual({ ...plainWorld, users: [] });
    expect(await listSnapshots(workspace)).toEqual([]);
    expect(await listKeys(workspace)).toEqual(initialApiKeys);
    expect(await requestLog.read(workspace, 1)).toEqual([]);
    expect((await store().readVersions(workspace, user))?.user).toBe(0);
  });

  test('a version is never repeated, whatever was deleted meanwhile', async () => {
    const workspace = await newWorkspace(store());
    const seen: (number | undefined)[] = [];
    const version = async () => (await store().readVersions(workspace))?.workspace;
    // Many changes in a short time, as a test that drives a sandbox makes them.
    for (let life = 1; life <= 3; life += 1) {
      for (let change = 1; change <= 100; change += 1) {
        await store().changeClock(workspace, (clock) => clock);
        seen.push(await version());
      }
      await store().deleteWorkspace(workspace);
      await store().createWorkspace(workspace, plainWorld);
      seen.push(await version());
    }
    expect(seen).toEqual([...new Set(seen)].sort((one, other) => Number(one) - Number(other)));
  });

  test('a clock stands still, goes forth and back, and follows the wall', async () => {
    const workspace = await newWorkspace(store());
    const change = (time: number) => store().changeClock(workspace, (clock) => withTime(clock, time));
    const frozen = (time: number) => ({ now: time, frozenAt: time, offset: 0 });
    expect(await store().readClock(workspace)).toEqual(frozen(noon));
    expect(await change(noon + 5_000)).toEqual(frozen(noon + 5_000));
    expect(await change(-noon)).toEqual(frozen(-noon));
    expect((await store().readWorkspaceState(workspace))?.clock).toEqual({ frozenAt: -noon, offset: 0 });
    const nearly = (time: number): unknown => expect.closeTo(time, -3);
    const running = await store().changeClock(workspace, () => systemClock);
    expect(running).toEqual({ now: nearly(Date.now()), frozenAt: null, offset: 0 });
    const ahead = await change(Date.now() + 3_600_000);
    expect(ahead).toEqual({ now: nearly(Date.now() + 3_600_000), frozenAt: null, offset: nearly(3_600_000) });
    expect((await store().readClock(workspace)).offset).toBe(ahead.offset);
  });

  test('a time that no calendar has is refused', async () => {
    const workspace = await newWorkspace(store());
    const beyond = await refusalOf(() => store().changeClock(workspace, (clock) => withTime(clock, 8.64e15 + 1)));
    expect(beyond).toEqual([
      400,
      'The clock would be at 8640000000000001. The maximum is 8640000000000000 milliseconds.',
    ]);
    expect(await store().readClock(workspace)).toEqual({ now: noon, frozenAt: noon, offset: 0 });
  });

  test('what happens in one workspace is not seen in another', async () => {
    const [one, other] = [await newWorkspace(store()), await newWorkspace(store())];
    const state = async (workspace: string) => ({
      world: await store().exportWorld(workspace),
      keys: await store().listKeys(workspace),
      snapshots: await store().listSnapshots(workspace),
      requestLog: await store().requestLog.read(workspace, 10),
      versions: await store().readVersions(workspace, user),
    });
    await store().grantCard({ workspace: other, ...user, programId: 'program_1' }, 'card_a', 1);
    await store().saveSnapshot(other, 'same');
    store().requestLog.record(other, entryOf(1));
    const before = await state(other);

    const place = { workspace: one, ...user, programId: 'program_1' };
    await store().completeCollection(place, 0);
    await store().claimReward(place);
    await store().changeKey(one, 'default', { overdue: true });
    await store().injectFault(one, 'default', { status: 500, times: 1 });
    await store().takeInjectedFault(one, 'default');
    await store().consumeRequestBudget(one, 'limited', { requests: 1, per: 60_000 });
    await store().saveSnapshot(one, 'same');
    await store().changeClock(one, () => systemClock);
    store().requestLog.record(one, entryOf(2));
    await store().requestLog.clear(one);
    await store().loadWorld(one, { programs: [] });
    await store().resetWorkspace(one, { programs: [] });
    await store().deleteSnapshot(one, 'same');
    await store().revokeKey(one, 'default');
    await store().deleteWorkspace(one);
    expect(await state(other)).toEqual(before);
  });
}
