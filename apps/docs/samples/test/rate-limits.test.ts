import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createLimiter } from '../rate-limits/limiter.ts';
import { runSample } from '../src/run-sample.ts';
import { startServers } from './start-servers.ts';

let servers: Awaited<ReturnType<typeof startServers>>;
beforeAll(async () => {
  servers = await startServers();
});
afterAll(() => servers.close());

test('batch.ts fetches all users', async () => {
  const environment = { GIFTOIN_API_KEY: servers.apiKeys.default };
  expect(await runSample('rate-limits/batch.ts', servers.origins, environment)).toBe('6\n');
});

test('the limiter spreads the calls over the minute, and limits how many run at once', async () => {
  vi.useFakeTimers({ now: 0 });
  const limit = createLimiter({ perMinute: 60, concurrent: 2 });
  const times: number[] = [];
  let running = 0;
  let highest = 0;
  const call = async () => {
    times.push(Date.now());
    running += 1;
    highest = Math.max(highest, running);
    await new Promise((resolve) => setTimeout(resolve, 5000));
    running -= 1;
  };
  const all = Promise.all(Array.from({ length: 5 }, () => limit(call)));
  await vi.runAllTimersAsync();
  await all;
  vi.useRealTimers();
  expect(highest).toBe(2);
  expect(times).toEqual([0, 1000, 5000, 6000, 10000]);
});

test('a call that fails makes room for the next', async () => {
  const limit = createLimiter({ perMinute: 60_000, concurrent: 1 });
  await expect(limit(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await limit(async () => 'next')).toBe('next');
});
