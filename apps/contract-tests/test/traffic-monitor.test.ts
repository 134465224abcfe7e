/** What the monitor checks, logs and drops, in every framework. */
import { expect, test } from 'vitest';
import { checkTraffic } from '../src/index.ts';
import { monitorFetch } from '../src/middleware.ts';
import { createMonitor, json, origin } from './create-monitor.ts';
import { key } from './fixture-server.ts';
import { listPath, record, writeRecording } from './recordings.ts';

const list = await record(listPath);

test('checks the sampled share of the requests', () => {
  const numbers = [0.05, 0.1, 0.5, 0.09];
  const { monitor } = createMonitor({ sampling: 0.1, random: () => numbers.shift() ?? 1 });
  expect(['GET', 'GET', 'GET', 'POST', 'OPTIONS'].map((method) => monitor.isSampled(method))).toEqual([
    true,
    false,
    false,
    true,
    false,
  ]);
  expect(monitor.counts).toMatchObject({ seen: 5, sampled: 2 });
});

test('drops what does not fit in the queue, and counts it', async () => {
  const { monitor } = createMonitor({ maximumQueue: 2 });
  const exchange = {
    method: 'GET',
    target: listPath,
    requestHeaders: {},
    status: 200,
    reason: '',
    headers: {},
    body: undefined,
  };
  for (let index = 0; index < 5; index++) monitor.add(exchange);
  await monitor.flush();
  expect(monitor.counts).toMatchObject({ checked: 2, dropped: 3 });
});

test('only logs with check: false, without loading the document', async () => {
  const { monitor, lines, findings } = createMonitor({ check: false, document: '/no/such/file' });
  const handler = monitorFetch(monitor, () => new Response(`{"key":"${key}"}`, { headers: json }));
  const promises: Promise<unknown>[] = [];
  const context = { waitUntil: (promise: Promise<unknown>) => promises.push(promise) };
  const serve = handler as (request: Request, env: object, context: object) => Promise<Response>;
  await serve(new Request(`http://127.0.0.1${listPath}`, { headers: { 'x-gft-api-key': key } }), {}, context);
  await Promise.all(promises);
  expect([lines.length, findings.length, lines.join().includes(key)]).toEqual([1, 0, false]);
  const file = await writeRecording('leak.ndjson', lines.join('\n'));
  const report = await checkTraffic({ files: [file], origins: [origin] });
  expect(report.findings.map(({ code }) => code)).toContain('api-key-in-body');
});

test('takes at most 0.5 % of the time for checks', async () => {
  const times: { readonly start: number; readonly end: number }[] = [];
  const { monitor } = createMonitor({
    checksPerSecond: Infinity,
    logged: 'sampled',
    log() {
      const start = performance.now();
      while (performance.now() < start + 2);
      times.push({ start, end: performance.now() });
    },
  });
  const handle = monitorFetch(monitor, () => new Response(list.body, { headers: json }));
  for (let index = 0; index < 3; index += 1) {
    await (await handle(new Request(origin + list.path, { headers: { 'x-gft-api-key': key } }))).text();
  }
  await expect.poll(() => times.length, { timeout: 30_000 }).toBeGreaterThan(1);
  const [first, second] = times;
  expect((second?.start ?? 0) - (first?.end ?? 0)).toBeGreaterThan(2 / 0.005 - 10);
});
