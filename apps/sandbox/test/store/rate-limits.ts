import { expect, test } from 'vitest';
import type { SqlStore } from '../../src/store/index.ts';
import { createTestWorkspace, noon, runConcurrently } from './test-worlds.ts';

export function rateLimitTests(store: () => SqlStore): void {
  test('allows a burst, then one request for each token that was refilled', async () => {
    const workspace = await createTestWorkspace(store());
    const limit = { requests: 3, per: 3_000 };
    const at = (time: number) => store().consumeRequestBudget(workspace, 'default', limit, noon + time);
    const consume = async (...moments: number[]) => {
      const waits: number[] = [];
      for (const moment of moments) waits.push(await at(moment));
      return waits;
    };
    expect(await consume(0, 0, 0, 0, 400, 999)).toEqual([0, 0, 0, 1_000, 600, 1]);
    // A rejected request takes no token and does not delay the next one.
    expect(await consume(1_000, 1_000, 1_500, 2_000, 2_000)).toEqual([0, 1_000, 500, 0, 1_000]);
    // The bucket never holds more tokens than its capacity.
    expect(await consume(90_000, 90_000, 90_000, 90_000)).toEqual([0, 0, 0, 1_000]);
  });

  test('gives all tokens of a bucket whose tokens do not take whole microseconds, and returns a sufficient wait', async () => {
    const workspace = await createTestWorkspace(store());
    const limit = { requests: 7, per: 1_000 };
    const burst: number[] = [];
    for (let request = 1; request <= 8; request += 1) {
      burst.push(await store().consumeRequestBudget(workspace, 'default', limit, noon));
    }
    expect(burst).toEqual([0, 0, 0, 0, 0, 0, 0, 142.858]);
    expect(await store().consumeRequestBudget(workspace, 'default', limit, noon + 143)).toBe(0);
  });

  test('never waits longer than an empty bucket takes to refill, if the clock was set back', async () => {
    const workspace = await createTestWorkspace(store());
    const limit = { requests: 1, per: 60_000 };
    const at = (time: number) => store().consumeRequestBudget(workspace, 'default', limit, noon + time);
    const hour = 3_600_000;
    expect([await at(hour), await at(hour)]).toEqual([0, 60_000]);
    // The wait does not start again with each request.
    expect([await at(0), await at(1_000), await at(59_000), await at(60_000)]).toEqual([60_000, 59_000, 1_000, 0]);
    const burst = { requests: 3, per: 3_000 };
    const inBurst = (time: number) => store().consumeRequestBudget(workspace, 'limited', burst, noon + time);
    expect([await inBurst(hour), await inBurst(0), await inBurst(1_000)]).toEqual([0, 1_000, 0]);
  });

  test('takes no more concurrent requests than there are tokens', async () => {
    const workspace = await createTestWorkspace(store());
    const limit = { requests: 5, per: 60_000 };
    const waits = await runConcurrently(20, () => store().consumeRequestBudget(workspace, 'default', limit, noon));
    expect(waits.filter((wait) => wait === 0).length).toBe(5);
  });

  test('has a bucket for each API key, which is full after its rate limit is changed', async () => {
    const workspace = await createTestWorkspace(store());
    const rateLimit = { requests: 1, per: 60_000 };
    const request = (keyName: string) => store().consumeRequestBudget(workspace, keyName, rateLimit, noon);
    expect([await request('default'), await request('default'), await request('limited')]).toEqual([0, 60_000, 0]);
    await store().changeKey(workspace, 'default', { rateLimit });
    expect([await request('default'), await request('limited')]).toEqual([0, 60_000]);
  });
}
