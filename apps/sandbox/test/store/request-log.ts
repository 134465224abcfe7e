import type { RequestLogEntry } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import type { SqlStore } from '../../src/store/index.ts';
import { catchRequestError, createTestWorkspace, noon, plainWorld } from './test-worlds.ts';

/** Creates the entry of a request at `number` milliseconds after noon. */
export function createEntry(number: number): RequestLogEntry {
  return {
    time: noon + number,
    method: 'GET',
    path: `/api/v1/users/discord/${number}/progress/collection-challenges`,
    operationId: 'listCollectionChallengeProgress',
    keyName: 'default',
    header: 'x-gft-api-key',
    status: 200,
    workspace: 'any',
    duration: 0.25,
  };
}

/** Creates the entries from one number to another, in ascending order. */
function createEntries(from: number, to: number): RequestLogEntry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => createEntry(from + index));
}

export function requestLogTests(store: () => SqlStore): void {
  const record = (workspace: string, from: number, to: number) => {
    for (const entry of createEntries(from, to)) store().requestLog.record(workspace, entry);
  };

  test('returns the last requests, newest first', async () => {
    const workspace = await createTestWorkspace(store());
    expect(await store().requestLog.read(workspace, 10)).toEqual([]);
    for (let number = 1; number <= 20; number += 1) {
      record(workspace, number, number);
      expect(await store().requestLog.read(workspace, 2)).toEqual(
        createEntries(Math.max(1, number - 1), number).reverse(),
      );
    }
    expect(await store().requestLog.read(workspace, 100)).toEqual(createEntries(1, 20).reverse());
  });

  test('writes new entries after an interval', async () => {
    const workspace = await createTestWorkspace(store());
    const before = await store().readVersions(workspace);
    record(workspace, 1, 3);
    await new Promise((soon) => setTimeout(soon, 700));
    expect(await store().requestLog.read(workspace, 10)).toEqual(createEntries(1, 3).reverse());
    expect(await store().readVersions(workspace)).toEqual(before);
  });

  test('keeps the last thousand requests, in large and small batches', async () => {
    const workspace = await createTestWorkspace(store());
    record(workspace, 1, 2_500);
    expect(await store().requestLog.read(workspace, 1_000)).toEqual(createEntries(1_501, 2_500).reverse());
    for (let batch = 0; batch < 12; batch += 1) {
      record(workspace, 2_501 + 100 * batch, 2_600 + 100 * batch);
      await store().requestLog.read(workspace, 1);
    }
    expect(await store().requestLog.read(workspace, 1_000)).toEqual(createEntries(2_701, 3_700).reverse());
    // Old batches are deleted as a whole.
    expect((await store().requestLog.read(workspace, 1_000_000)).length).toBeLessThan(2_000);
  });

  test('clears all entries, including those that are not written yet', async () => {
    const workspace = await createTestWorkspace(store());
    record(workspace, 1, 3);
    await store().requestLog.read(workspace, 1);
    record(workspace, 4, 6);
    expect(await store().requestLog.clear(workspace)).toBeUndefined();
    expect(await store().requestLog.read(workspace, 10)).toEqual([]);
    record(workspace, 7, 7);
    expect(await store().requestLog.read(workspace, 10)).toEqual(createEntries(7, 7));
  });

  test('has no entry of a request before a reset, a clear, or another workspace of the same name', async () => {
    const workspace = await createTestWorkspace(store());
    const recordAt = async (number: number) => {
      const version = (await store().readVersions(workspace))?.workspace;
      return () => store().requestLog.record(workspace, createEntry(number), version);
    };
    const changes: (() => Promise<unknown>)[] = [
      () => store().resetWorkspace(workspace, plainWorld),
      () => store().requestLog.clear(workspace),
      async () => {
        await store().deleteWorkspace(workspace);
        await store().createWorkspace(workspace, plainWorld);
      },
    ];
    for (const change of changes) {
      (await recordAt(1))();
      await store().requestLog.read(workspace, 1);
      (await recordAt(2))();
      const recordLate = await recordAt(3);
      await change();
      // As in another process, or for a request that was in progress.
      recordLate();
      (await recordAt(4))();
      expect(await store().requestLog.read(workspace, 10)).toEqual([createEntry(4)]);
    }
  });

  test('throws 404 for an unknown workspace, and drops late entries of a deleted one', async () => {
    const nowhere = [404, 'There is no workspace nowhere.'];
    expect(await catchRequestError(() => store().requestLog.read('nowhere', 1))).toEqual(nowhere);
    expect(await catchRequestError(() => store().requestLog.clear('nowhere'))).toEqual(nowhere);
    const workspace = await createTestWorkspace(store());
    await store().deleteWorkspace(workspace);
    record(workspace, 1, 1);
    await store()
      .requestLog.read(workspace, 1)
      .catch(() => {});
    await store().createWorkspace(workspace, { programs: [] });
    expect(await store().requestLog.read(workspace, 1)).toEqual([]);
  });
}
