import { expect, test } from 'vitest';
import { createStore, type Store } from '../../src/store/index.ts';
import type { Databases, Kind } from './databases.ts';
import { entryOf } from './request-log.ts';
import { newWorkspace, noon, plainWorld, programOf, times } from './test-worlds.ts';

/** What happens to a database when it is opened, and by several at once. */
export function openingTests(kind: Kind, databases: () => Databases): void {
  test('a database of a newer sandbox is refused, and stays as it is', async () => {
    const engine = await (await databases().empty()).open();
    const store = await createStore(engine);
    const [known] = await engine.query('select max(version) as version from migrations');
    await newWorkspace(store);
    await engine.query('insert into migrations (version) values (99)');
    await expect(createStore(engine)).rejects.toThrow(
      `The database has schema version 99, but this sandbox supports only versions up to ${known?.version}. Update the sandbox.`,
    );
    expect((await store.listWorkspaces()).length).toBe(1);
    await store.close();
  });

  test('opening a database again changes nothing', async () => {
    const engine = await (await databases().empty()).open();
    const workspace = await newWorkspace(await createStore(engine));
    const store = await createStore(engine);
    expect(await store.exportWorld(workspace)).toEqual({ ...plainWorld, users: [] });
    expect(await engine.query('select version from migrations order by version')).toEqual([{ version: 1 }]);
    await store.close();
  });

  // Two that open memory have two memories.
  if (kind === 'SQLite in memory') return;

  test('stores that start on one empty database at the same time all succeed, and see the same', async () => {
    const database = await databases().empty();
    const stores = await times(4, async () => createStore(await database.open()));
    const workspace = await newWorkspace(stores[0] as Store);
    for (const store of stores) expect(await store.listWorkspaces()).toEqual([workspace]);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('what two stores note of a workspace is one journal, the newest first', async () => {
    const database = await databases().empty();
    const [one, other] = await Promise.all([createStore(await database.open()), createStore(await database.open())]);
    const workspace = await newWorkspace(one);
    for (const number of [1, 3, 5]) one.requestLog.record(workspace, entryOf(number));
    for (const number of [2, 4]) other.requestLog.record(workspace, entryOf(number));
    await one.requestLog.read(workspace, 1);
    const newest = [5, 4, 3, 2, 1].map(entryOf);
    expect(await other.requestLog.read(workspace, 10)).toEqual(newest);
    expect(await one.requestLog.read(workspace, 10)).toEqual(newest);
    await Promise.all([one.close(), other.close()]);
  });

  test('worlds that are replaced while users change leave a world that fits, and nobody fails', async () => {
    const database = await databases().empty();
    const [one, other] = await Promise.all([createStore(await database.open()), createStore(await database.open())]);
    const worlds = ['program_1', 'program_2'].map((id) => ({
      ...plainWorld,
      programs: [programOf(id)],
      users: [0, 1, 2, 3].map((index) => ({
        platform: 'discord',
        platformUserId: `${index}`,
        cards: { [id]: { card_a: 1 } },
      })),
    }));
    const workspace = await newWorkspace(one, worlds[0]);
    const programId = 'program_1';
    const unlessGone = (error: Error) => {
      expect(error.message).toBe(`There is no program ${programId} in the workspace ${workspace}.`);
    };
    await Promise.all([
      times(20, (index) => one.loadWorld(workspace, worlds[index % 2] ?? plainWorld)),
      times(10, (index) => one.saveSnapshot(workspace, `snapshot-${index}`)),
      times(100, (index) =>
        other
          .grantCard({ workspace, platform: 'discord', platformUserId: `${index % 8}`, programId }, 'card_a', 1)
          .catch(unlessGone),
      ),
    ]);
    const worldsNow = [await one.exportWorld(workspace)];
    for (const snapshot of await one.listSnapshots(workspace)) {
      // Loading holds a world against itself.
      await one.restoreSnapshot(workspace, snapshot);
      worldsNow.push(await one.exportWorld(workspace));
    }
    for (const world of worldsNow) await one.loadWorld(workspace, world);
    expect([worldsNow.length, (await one.readClock(workspace)).now]).toEqual([11, noon]);
    await Promise.all([one.close(), other.close()]);
  });

  test('faults that are used up while others are added and cleared make nobody fail', async () => {
    const database = await databases().empty();
    const [one, other] = await Promise.all([createStore(await database.open()), createStore(await database.open())]);
    const workspace = await newWorkspace(one);
    await Promise.all([
      times(60, (index) => one.injectFault(workspace, 'default', { status: 500, times: 1 + (index % 2) })),
      times(20, () => other.clearInjectedFaults(workspace, 'default')),
      times(150, () => other.takeInjectedFault(workspace, 'default')),
      times(150, () => one.takeInjectedFault(workspace, 'default')),
    ]);
    await one.clearInjectedFaults(workspace, 'default');
    expect(await other.takeInjectedFault(workspace, 'default')).toBeUndefined();
    await Promise.all([one.close(), other.close()]);
  });
}
