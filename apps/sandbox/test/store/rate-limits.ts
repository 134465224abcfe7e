import type { InjectedFault } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import type { Store } from '../../src/store/index.ts';
import { newWorkspace, noon, refusalOf, times } from './test-worlds.ts';

export function spendingTests(store: () => Store): void {
  const faultsOf = async (workspace: string) =>
    (await store().listKeys(workspace)).find(({ keyName }) => keyName === 'default')?.injectedFaults;
  const hasInjectedFaults = async (workspace: string) =>
    [...((await store().readWorkspaceState(workspace))?.keys.values() ?? [])].find(
      ({ keyName }) => keyName === 'default',
    )?.hasInjectedFaults;
  const take = (workspace: string) => store().takeInjectedFault(workspace, 'default');

  test('faults befall requests in the order in which they were added, until they are used up', async () => {
    const workspace = await newWorkspace(store());
    expect(await take(workspace)).toBeUndefined();
    const [slow, failing]: [InjectedFault, InjectedFault] = [
      { delay: 10, times: 2 },
      { status: 404, errorCode: 4_040, times: 1 },
    ];
    await store().injectFault(workspace, 'default', slow);
    const { injectedFaults } = await store().injectFault(workspace, 'default', failing);
    expect([injectedFaults, await hasInjectedFaults(workspace)]).toEqual([[slow, failing], true]);
    expect(await take(workspace)).toEqual(slow);
    expect(await faultsOf(workspace)).toEqual([{ ...slow, times: 1 }, failing]);
    expect(await take(workspace)).toEqual({ ...slow, times: 1 });
    expect([await faultsOf(workspace), await hasInjectedFaults(workspace)]).toEqual([[failing], true]);
    expect(await take(workspace)).toEqual(failing);
    expect([await faultsOf(workspace), await hasInjectedFaults(workspace)]).toEqual([[], false]);
    expect(await take(workspace)).toBeUndefined();
  });

  test('a share befalls its part of the requests, evenly spread', async () => {
    const workspace = await newWorkspace(store());
    await store().injectFault(workspace, 'default', { cut: true, share: 0.25 });
    const befallen: number[] = [];
    for (let request = 1; request <= 40; request += 1) if (await take(workspace)) befallen.push(request);
    expect(befallen).toEqual([4, 8, 12, 16, 20, 24, 28, 32, 36, 40]);
  });

  test('a share of so many times ends after them, and others take what it leaves', async () => {
    const workspace = await newWorkspace(store());
    await store().injectFault(workspace, 'default', { status: 429, share: 0.5, times: 2 });
    await store().injectFault(workspace, 'default', { status: 500 });
    const statuses: (number | undefined)[] = [];
    for (let request = 1; request <= 6; request += 1) statuses.push((await take(workspace))?.status);
    expect(statuses).toEqual([500, 429, 500, 429, 500, 500]);
    expect(await faultsOf(workspace)).toEqual([{ status: 500 }]);
  });

  test('faults are cleared at once, and one that does nothing is refused', async () => {
    const workspace = await newWorkspace(store());
    await store().injectFault(workspace, 'default', { status: 500 });
    expect(await store().clearInjectedFaults(workspace, 'default')).toBeUndefined();
    expect([await take(workspace), await faultsOf(workspace)]).toEqual([undefined, []]);
    const nothing = [400, 'The injected fault has no effect. Set status, delay or cut.'];
    expect(await refusalOf(() => store().injectFault(workspace, 'default', { times: 3 }))).toEqual(nothing);
    expect(await refusalOf(() => store().injectFault(workspace, 'default', { cut: false }))).toEqual(nothing);
  });

  test('of requests at the same time just so many are befallen', async () => {
    const workspace = await newWorkspace(store());
    await store().injectFault(workspace, 'default', { status: 500, times: 3 });
    await store().injectFault(workspace, 'default', { status: 404, times: 4 });
    const statuses = (await times(20, () => take(workspace))).map((fault) => fault?.status ?? 200);
    const counts = [500, 404, 200].map((status) => statuses.filter((other) => other === status).length);
    expect(counts).toEqual([3, 4, 13]);
  });

  test('a bucket of tokens allows a burst, then one request whenever a token has come back', async () => {
    const workspace = await newWorkspace(store());
    const limit = { requests: 3, per: 3_000 };
    const at = (time: number) => store().consumeRequestBudget(workspace, 'default', limit, noon + time);
    const inTurn = async (...moments: number[]) => {
      const waits: number[] = [];
      for (const moment of moments) waits.push(await at(moment));
      return waits;
    };
    expect(await inTurn(0, 0, 0, 0, 400, 999)).toEqual([0, 0, 0, 1_000, 600, 1]);
    // What is refused takes no token, and puts nothing off.
    expect(await inTurn(1_000, 1_000, 1_500, 2_000, 2_000)).toEqual([0, 1_000, 500, 0, 1_000]);
    // However long nobody asks, there are never more than fit into the bucket.
    expect(await inTurn(90_000, 90_000, 90_000, 90_000)).toEqual([0, 0, 0, 1_000]);
  });

  test('a bucket whose tokens take no whole microseconds gives them all, and tells a wait that suffices', async () => {
    const workspace = await newWorkspace(store());
    const limit = { requests: 7, per: 1_000 };
    const burst: number[] = [];
    for (let request = 1; request <= 8; request += 1) {
      burst.push(await store().consumeRequestBudget(workspace, 'default', limit, noon));
    }
    expect(burst).toEqual([0, 0, 0, 0, 0, 0, 0, 142.858]);
    expect(await store().consumeRequestBudget(workspace, 'default', limit, noon + 143)).toBe(0);
  });

  test('of requests at the same time no more are taken than there are tokens', async () => {
    const workspace = await newWorkspace(store());
    const limit = { requests: 5, per: 60_000 };
    const waits = await times(20, () => store().consumeRequestBudget(workspace, 'default', limit, noon));
    expect(waits.filter((wait) => wait === 0).length).toBe(5);
  });

  test('each key has a bucket of its own, full again once its limit is changed', async () => {
    const workspace = await newWorkspace(store());
    const rateLimit = { requests: 1, per: 60_000 };
    const request = (keyName: string) => store().consumeRequestBudget(workspace, keyName, rateLimit, noon);
    expect([await request('default'), await request('default'), await request('limited')]).toEqual([0, 60_000, 0]);
    await store().changeKey(workspace, 'default', { rateLimit });
    expect([await request('default'), await request('limited')]).toEqual([0, 60_000]);
  });
}
