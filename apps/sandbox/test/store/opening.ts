import { expect, test } from 'vitest';
import { createStore, type SqlStore } from '../../src/store/index.ts';
import type { Databases, Kind } from './databases.ts';
import { createEntry } from './request-log.ts';
import { createProgram, createTestWorkspace, noon, plainWorld, runConcurrently } from './test-worlds.ts';

/** Opening a database, also by several stores at the same time. */
export function openingTests(kind: Kind, databases: () => Databases): void {
  test('rejects a database of a newer sandbox, and does not change it', async () => {
    const engine = await (await databases().createEmpty()).open();
    const store = await createStore(engine);
    const [known] = await engine.query('select max(version) as version from giftoin_sandbox.migrations');
    await createTestWorkspace(store);
    await engine.query('insert into giftoin_sandbox.migrations (version) values (99)');
    await expect(createStore(engine)).rejects.toThrow(
      `The database has schema version 99, but this sandbox supports only versions up to ${known?.version}. Update the sandbox.`,
    );
    expect((await store.listWorkspaces()).length).toBe(1);
    await store.close();
  });

  test('opens a database again without a change', async () => {
    const engine = await (await databases().createEmpty()).open();
    const workspace = await createTestWorkspace(await createStore(engine));
    const store = await createStore(engine);
    expect(await store.exportWorld(workspace)).toEqual({ ...plainWorld, users: [] });
    expect(await engine.query('select version from giftoin_sandbox.migrations order by version')).toEqual([
      { version: 1 },
      { version: 2 },
    ]);
    await store.close();
  });

  // A database in memory cannot be shared.
  if (kind === 'SQLite in memory') return;

  test('opens one empty database in several stores at the same time', async () => {
    const database = await databases().createEmpty();
    const stores = await runConcurrently(4, async () => createStore(await database.open()));
    const workspace = await createTestWorkspace(stores[0] as SqlStore);
    for (const store of stores) expect(await store.listWorkspaces()).toEqual([workspace]);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('merges the request log of two stores, newest first', async () => {
    const database = await databases().createEmpty();
    const [first, second] = await Promise.all([createStore(await database.open()), createStore(await database.open())]);
    const workspace = await createTestWorkspace(first);
    for (const number of [1, 3, 5]) first.requestLog.record(workspace, createEntry(number));
    for (const number of [2, 4]) second.requestLog.record(workspace, createEntry(number));
    await first.requestLog.read(workspace, 1);
    const newest = [5, 4, 3, 2, 1].map(createEntry);
    expect(await second.requestLog.read(workspace, 10)).toEqual(newest);
    expect(await first.requestLog.read(workspace, 10)).toEqual(newest);
    await Promise.all([first.close(), second.close()]);
  });

  test('keeps the world valid when it is replaced while inventories change', async () => {
    const database = await databases().createEmpty();
    const [first, second] = await Promise.all([createStore(await database.open()), createStore(await database.open())]);
    const worlds = ['program_1', 'program_2'].map((id) => ({
      ...plainWorld,
      programs: [createProgram(id)],
      users: [0, 1, 2, 3].map((index) => ({
        platform: 'discord',
        platformUserId: `${index}`,
        cards: { [id]: { card_a: 1 } },
      })),
    }));
    const workspace = await createTestWorkspace(first, worlds[0]);
    const programId = 'program_1';
    const expectUnknownProgram = (error: Error) => {
      expect(error.message).toBe(`There is no program ${programId} in the workspace ${workspace}.`);
    };
    await Promise.all([
      runConcurrently(20, (index) => first.loadWorld(workspace, worlds[index % 2] ?? plainWorld)),
      runConcurrently(10, (index) => first.saveSnapshot(workspace, `snapshot-${index}`)),
      runConcurrently(100, (index) =>
        second
          .grantCard({ workspace, platform: 'discord', platformUserId: `${index % 8}`, programId }, 'card_a', 1)
          .catch(expectUnknownProgram),
      ),
    ]);
    const worldsNow = [await first.exportWorld(workspace)];
    for (const snapshot of await first.listSnapshots(workspace)) {
      // Loading a world validates it.
      await first.restoreSnapshot(workspace, snapshot);
      worldsNow.push(await first.exportWorld(workspace));
    }
    for (const world of worldsNow) await first.loadWorld(workspace, world);
    expect([worldsNow.length, (await first.readClock(workspace)).now]).toEqual([11, noon]);
    await Promise.all([first.close(), second.close()]);
  });

  test('takes injected faults while others are added and cleared', async () => {
    const database = await databases().createEmpty();
    const [first, second] = await Promise.all([createStore(await database.open()), createStore(await database.open())]);
    const workspace = await createTestWorkspace(first);
    await Promise.all([
      runConcurrently(60, (index) => first.injectFault(workspace, 'default', { status: 500, times: 1 + (index % 2) })),
      runConcurrently(20, () => second.clearInjectedFaults(workspace, 'default')),
      runConcurrently(150, () => second.takeInjectedFault(workspace, 'default')),
      runConcurrently(150, () => first.takeInjectedFault(workspace, 'default')),
    ]);
    await first.clearInjectedFaults(workspace, 'default');
    expect(await second.takeInjectedFault(workspace, 'default')).toBeUndefined();
    await Promise.all([first.close(), second.close()]);
  });
}
