import type { RequestLogEntry } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { newWorkspace, noon, refusalOf } from './test-worlds.ts';

/** The entry of a request that came so many milliseconds after noon. */
export function entryOf(number: number): RequestLogEntry {
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

/** The entries from one number to another, in the order of the numbers. */
function entries(from: number, to: number): RequestLogEntry[] {
  return Array.from({ length: to - from + 1 }, (_, index) => entryOf(from + index));
}

export function requestLogTests(store: () => Store): void {
  const note = (workspace: string, from: number, to: number) => {
    for (const entry of entries(from, to)) store().requestLog.record(workspace, entry);
  };

  test('the journal tells the last requests, the newest first', async () => {
    const workspace = await newWorkspace(store());
    expect(await store().requestLog.read(workspace, 10)).toEqual([]);
    for (let number = 1; number <= 20; number += 1) {
      note(workspace, number, number);
      expect(await store().requestLog.read(workspace, 2)).toEqual(entries(Math.max(1, number - 1), number).reverse());
    }
    expect(await store().requestLog.read(workspace, 100)).toEqual(entries(1, 20).reverse());
  });

  test('the journal is written without being asked for', async () => {
    const workspace = await newWorkspace(store());
    const told = await store().readVersions(workspace);
    note(workspace, 1, 3);
    await new Promise((soon) => setTimeout(soon, 700));
    expect(await store().requestLog.read(workspace, 10)).toEqual(entries(1, 3).reverse());
    expect(await store().readVersions(workspace)).toEqual(told);
  });

  test('the journal keeps the last thousand, however they come', async () => {
    const workspace = await newWorkspace(store());
    note(workspace, 1, 2_500);
    expect(await store().requestLog.read(workspace, 1_000)).toEqual(entries(1_501, 2_500).reverse());
    for (let batch = 0; batch < 12; batch += 1) {
      note(workspace, 2_501 + 100 * batch, 2_600 + 100 * batch);
      await store().requestLog.read(workspace, 1);
    }
    expect(await store().requestLog.read(workspace, 1_000)).toEqual(entries(2_701, 3_700).reverse());
    // It holds whole batches, as long as there are a thousand without them.
    expect((await store().requestLog.read(workspace, 1_000_000)).length).toBeLessThan(2_000);
  });

  test('a cleared journal is empty, also of what was not written yet', async () => {
    const workspace = await newWorkspace(store());
    note(workspace, 1, 3);
    await store().requestLog.read(workspace, 1);
    note(workspace, 4, 6);
    expect(await store().requestLog.clear(workspace)).toBeUndefined();
    expect(await store().requestLog.read(workspace, 10)).toEqual([]);
    note(workspace, 7, 7);
    expect(await store().requestLog.read(workspace, 10)).toEqual(entries(7, 7));
  });

  test('a workspace that does not exist has no journal, and gets none by a late entry', async () => {
    const nowhere = [404, 'There is no workspace nowhere.'];
    expect(await refusalOf(() => store().requestLog.read('nowhere', 1))).toEqual(nowhere);
    expect(await refusalOf(() => store().requestLog.clear('nowhere'))).toEqual(nowhere);
    const workspace = await newWorkspace(store());
    await store().deleteWorkspace(workspace);
    note(workspace, 1, 1);
    await store()
      .requestLog.read(workspace, 1)
      .catch(() => {});
    await store().createWorkspace(workspace, { programs: [] });
    expect(await store().requestLog.read(workspace, 1)).toEqual([]);
  });
}
