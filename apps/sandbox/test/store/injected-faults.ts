import type { InjectedFault } from '@giftoin/types/sandbox-control';
import { expect, test } from 'vitest';
import type { SqlStore } from '../../src/store/index.ts';
import { catchRequestError, createTestWorkspace, runConcurrently } from './test-worlds.ts';

export function injectedFaultTests(store: () => SqlStore): void {
  const listFaults = async (workspace: string) =>
    (await store().listKeys(workspace)).find(({ keyName }) => keyName === 'default')?.injectedFaults;
  const hasInjectedFaults = async (workspace: string) =>
    [...((await store().readWorkspaceState(workspace))?.keys.values() ?? [])].find(
      ({ keyName }) => keyName === 'default',
    )?.hasInjectedFaults;
  const take = (workspace: string) => store().takeInjectedFault(workspace, 'default');

  test('takes injected faults in the order in which they were added', async () => {
    const workspace = await createTestWorkspace(store());
    expect(await take(workspace)).toBeUndefined();
    const [slow, failing]: [InjectedFault, InjectedFault] = [
      { delay: 10, times: 2 },
      { status: 404, errorCode: 4_040, times: 1 },
    ];
    await store().injectFault(workspace, 'default', slow);
    const { injectedFaults } = await store().injectFault(workspace, 'default', failing);
    expect([injectedFaults, await hasInjectedFaults(workspace)]).toEqual([[slow, failing], true]);
    expect(await take(workspace)).toEqual(slow);
    expect(await listFaults(workspace)).toEqual([{ ...slow, times: 1 }, failing]);
    expect(await take(workspace)).toEqual({ ...slow, times: 1 });
    expect([await listFaults(workspace), await hasInjectedFaults(workspace)]).toEqual([[failing], true]);
    expect(await take(workspace)).toEqual(failing);
    expect([await listFaults(workspace), await hasInjectedFaults(workspace)]).toEqual([[], false]);
    expect(await take(workspace)).toBeUndefined();
  });

  test('applies an injected fault to a share of the requests, evenly spread', async () => {
    const workspace = await createTestWorkspace(store());
    await store().injectFault(workspace, 'default', { cut: true, share: 0.25 });
    const affected: number[] = [];
    for (let request = 1; request <= 40; request += 1) if (await take(workspace)) affected.push(request);
    expect(affected).toEqual([4, 8, 12, 16, 20, 24, 28, 32, 36, 40]);
  });

  test('combines share and times, and applies the next injected fault to the other requests', async () => {
    const workspace = await createTestWorkspace(store());
    await store().injectFault(workspace, 'default', { status: 429, share: 0.5, times: 2 });
    await store().injectFault(workspace, 'default', { status: 500 });
    const statuses: (number | undefined)[] = [];
    for (let request = 1; request <= 6; request += 1) statuses.push((await take(workspace))?.status);
    expect(statuses).toEqual([500, 429, 500, 429, 500, 500]);
    expect(await listFaults(workspace)).toEqual([{ status: 500 }]);
  });

  test('clears injected faults, and throws 400 for one without an effect', async () => {
    const workspace = await createTestWorkspace(store());
    await store().injectFault(workspace, 'default', { status: 500 });
    expect(await store().clearInjectedFaults(workspace, 'default')).toBeUndefined();
    expect([await take(workspace), await listFaults(workspace)]).toEqual([undefined, []]);
    const noEffect = [400, 'The injected fault has no effect. Set status, delay or cut.'];
    expect(await catchRequestError(() => store().injectFault(workspace, 'default', { times: 3 }))).toEqual(noEffect);
    expect(await catchRequestError(() => store().injectFault(workspace, 'default', { cut: false }))).toEqual(noEffect);
  });

  test('applies an injected fault to the exact number of concurrent requests', async () => {
    const workspace = await createTestWorkspace(store());
    await store().injectFault(workspace, 'default', { status: 500, times: 3 });
    await store().injectFault(workspace, 'default', { status: 404, times: 4 });
    const statuses = (await runConcurrently(20, () => take(workspace))).map((fault) => fault?.status ?? 200);
    const counts = [500, 404, 200].map((status) => statuses.filter((other) => other === status).length);
    expect(counts).toEqual([3, 4, 13]);
  });
}
