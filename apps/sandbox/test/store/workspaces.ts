import { systemClock, withTime } from '@giftoin/simulator/sandbox';
import { expect, test } from 'vitest';
import type { SqlStore } from '../../src/store/index.ts';
import { initialApiKeys } from './api-keys.ts';
import { createEntry } from './request-log.ts';
import { catchRequestError, createTestWorkspace, noon, plainWorld } from './test-worlds.ts';

const user = { platform: 'discord', platformUserId: '42' };

export function workspaceTests(store: () => SqlStore): void {
  test('lists a workspace until it is deleted', async () => {
    const before = await store().listWorkspaces();
    const { workspace, apiKeys } = await store().createWorkspace('a-workspace', plainWorld);
    const keys = Object.keys(apiKeys).sort();
    expect([workspace, keys]).toEqual(['a-workspace', ['default', 'denied', 'failing', 'limited', 'overdue']]);
    expect(new Set(Object.values(apiKeys)).size).toBe(5);
    expect(await store().listWorkspaces()).toEqual([...before, 'a-workspace'].sort());
    expect(await store().deleteWorkspace('a-workspace')).toBeUndefined();
    expect(await store().listWorkspaces()).toEqual(before);
  });

  test('throws 409 for an existing name, and does not change the workspace', async () => {
    const workspace = await createTestWorkspace(store());
    await store().grantCard({ workspace, ...user, programId: 'program_1' }, 'card_a', 1);
    const before = await store().exportWorld(workspace);
    const taken = await catchRequestError(() => store().createWorkspace(workspace, { programs: [] }));
    expect(taken).toEqual([409, `The workspace ${workspace} already exists. Choose another name.`]);
    expect(await store().exportWorld(workspace)).toEqual(before);
  });

  test('deletes everything in a workspace, and can create it again', async () => {
    const workspace = await createTestWorkspace(store());
    const key = { workspace, ...user, programId: 'program_1' };
    await store().completeCollection(key, 0);
    await store().claimReward(key);
    await store().saveSnapshot(workspace, 'before');
    await store().injectFault(workspace, 'default', { status: 500 });
    store().requestLog.record(workspace, createEntry(1));
    await store().requestLog.read(workspace, 1);
    await store().deleteWorkspace(workspace);

    expect(await store().readVersions(workspace, user)).toBeUndefined();
    expect(await store().readWorkspaceState(workspace)).toBeUndefined();
    expect(await store().readInventory(workspace, user)).toMatchObject({ version: 0, programs: new Map() });
    const nowhere = [404, `There is no workspace ${workspace}.`];
    const { exportWorld, deleteWorkspace, listSnapshots, listKeys, readClock, requestLog } = store();
    for (const read of [exportWorld, deleteWorkspace, listSnapshots, listKeys, readClock]) {
      expect(await catchRequestError(() => read(workspace))).toEqual(nowhere);
    }
    expect(await catchRequestError(() => requestLog.read(workspace, 1))).toEqual(nowhere);

    await store().createWorkspace(workspace, plainWorld);
    expect(await exportWorld(workspace)).toEqual({ ...plainWorld, users: [] });
    expect(await listSnapshots(workspace)).toEqual([]);
    expect(await listKeys(workspace)).toEqual(initialApiKeys);
    expect(await requestLog.read(workspace, 1)).toEqual([]);
    expect((await store().readVersions(workspace, user))?.user).toBe(0);
  });

  test('never repeats a version, even after a workspace was deleted', async () => {
    const workspace = await createTestWorkspace(store());
    const seen: (number | undefined)[] = [];
    const version = async () => (await store().readVersions(workspace))?.workspace;
    // Many changes in a short time, as in a test that uses a sandbox.
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

  test('freezes a clock, moves it forward and back, and follows the system clock', async () => {
    const workspace = await createTestWorkspace(store());
    const change = (time: number) => store().changeClock(workspace, (clock) => withTime(clock, time));
    const frozen = (time: number) => ({ now: time, frozenAt: time, offset: 0 });
    expect(await store().readClock(workspace)).toEqual(frozen(noon));
    expect(await change(noon + 5_000)).toEqual(frozen(noon + 5_000));
    expect(await change(-noon)).toEqual(frozen(-noon));
    expect((await store().readWorkspaceState(workspace))?.clock).toEqual({ frozenAt: -noon, offset: 0 });
    const hour = 3_600_000;
    const start = Date.now();
    const running = await store().changeClock(workspace, () => systemClock);
    expect(running).toEqual({ now: expect.any(Number), frozenAt: null, offset: 0 });
    expectBetween(running.now, start, Date.now());
    const time = Date.now() + hour;
    const ahead = await change(time);
    const elapsed = Date.now() - (time - hour);
    expect(ahead).toEqual({ now: expect.any(Number), frozenAt: null, offset: expect.any(Number) });
    expectBetween(ahead.now, time, time + elapsed);
    expectBetween(ahead.offset, hour - elapsed, hour);
    expect((await store().readClock(workspace)).offset).toBe(ahead.offset);
  });

  test('throws 400 for a time that is not a valid timestamp', async () => {
    const workspace = await createTestWorkspace(store());
    const beyond = await catchRequestError(() =>
      store().changeClock(workspace, (clock) => withTime(clock, 8.64e15 + 1)),
    );
    expect(beyond).toEqual([
      400,
      'The clock would be at 8640000000000001. The maximum is 8640000000000000 milliseconds.',
    ]);
    expect(await store().readClock(workspace)).toEqual({ now: noon, frozenAt: noon, offset: 0 });
  });

  test('isolates workspaces from each other', async () => {
    const [one, other] = [await createTestWorkspace(store()), await createTestWorkspace(store())];
    const state = async (workspace: string) => ({
      world: await store().exportWorld(workspace),
      keys: await store().listKeys(workspace),
      snapshots: await store().listSnapshots(workspace),
      requestLog: await store().requestLog.read(workspace, 10),
      versions: await store().readVersions(workspace, user),
    });
    await store().grantCard({ workspace: other, ...user, programId: 'program_1' }, 'card_a', 1);
    await store().saveSnapshot(other, 'same');
    store().requestLog.record(other, createEntry(1));
    const before = await state(other);

    const key = { workspace: one, ...user, programId: 'program_1' };
    await store().completeCollection(key, 0);
    await store().claimReward(key);
    await store().changeKey(one, 'default', { overdue: true });
    await store().injectFault(one, 'default', { status: 500, times: 1 });
    await store().takeInjectedFault(one, 'default');
    await store().consumeRequestBudget(one, 'limited', { requests: 1, per: 60_000 });
    await store().saveSnapshot(one, 'same');
    await store().changeClock(one, () => systemClock);
    store().requestLog.record(one, createEntry(2));
    await store().requestLog.clear(one);
    await store().loadWorld(one, { programs: [] });
    await store().resetWorkspace(one, { programs: [] });
    await store().deleteSnapshot(one, 'same');
    await store().revokeKey(one, 'default');
    await store().deleteWorkspace(one);
    expect(await state(other)).toEqual(before);
  });
}

function expectBetween(value: number, min: number, max: number): void {
  expect(value).toBeGreaterThanOrEqual(min);
  expect(value).toBeLessThanOrEqual(max);
}
