import { createSimulator, type Simulator } from '@giftoin/simulator';
import { expect, test } from 'vitest';

const url = 'https://api.example/api/v1/users/discord/42/progress/collection-challenges';

function createRequest({ apiKeys }: Simulator, init: RequestInit = {}): Request {
  return new Request(url, { ...init, headers: { 'x-gft-api-key': apiKeys.default } });
}

test('takes a text, a URL or a request', async () => {
  const simulator = createSimulator();
  const headers = { 'x-gft-api-key': simulator.apiKeys.default };
  for (const response of [
    await simulator.fetch(url, { headers }),
    await simulator.fetch(new URL(url), { headers }),
    await simulator.fetch(createRequest(simulator)),
  ]) {
    expect(response).toMatchObject({ status: 200, url, ok: true });
  }
});

test('returns the headers of the sandbox, and no body for HEAD', async () => {
  const simulator = createSimulator();
  const get = await simulator.fetch(createRequest(simulator));
  const head = await simulator.fetch(createRequest(simulator, { method: 'HEAD' }));
  const length = (await get.text()).length;
  for (const { headers } of [get, head]) {
    expect(Object.fromEntries(headers)).toEqual({
      'cache-control': 'no-store',
      'content-type': 'application/json',
      'content-length': String(length),
      date: expect.stringMatching(/ GMT$/),
    });
  }
  expect(await head.text()).toBe('');
});

test('rejects with the reason of a signal that is aborted before the request, or during a delay', async () => {
  const simulator = createSimulator();
  const reason = new Error('The user left.');
  const aborted = simulator.fetch(createRequest(simulator, { signal: AbortSignal.abort(reason) }));
  await expect(aborted).rejects.toBe(reason);

  await simulator.control.injectFault({ keyName: 'default', delay: 600_000 });
  const controller = new AbortController();
  const late = simulator.fetch(createRequest(simulator, { signal: controller.signal }));
  queueMicrotask(() => controller.abort(reason));
  await expect(late).rejects.toBe(reason);
});

test('reading a response that is cut off rejects with a TypeError, after half of the body', async () => {
  const simulator = createSimulator();
  const whole = await (await simulator.fetch(createRequest(simulator))).text();
  await simulator.control.injectFault({ keyName: 'default', cut: true, times: 1 });
  const { status, body } = await simulator.fetch(createRequest(simulator));
  const reader = body?.getReader();
  const first = await reader?.read();
  expect([status, new TextDecoder().decode(first?.value)]).toEqual([200, whole.slice(0, Math.ceil(whole.length / 2))]);
  await expect(reader?.read()).rejects.toThrow(TypeError);
  const log = await simulator.control.readRequestLog({ limit: 1 });
  expect(log).toMatchObject([{ status: 0, keyName: 'default' }]);
});

test('rejects what fetch rejects', async () => {
  const { fetch } = createSimulator();
  await expect(fetch('not a URL')).rejects.toThrow(TypeError);
  await expect(fetch(url, { method: 'GET', body: 'x' })).rejects.toThrow(TypeError);
});

test('every simulator has a state of its own, and does not change the given world', async () => {
  const world = { programs: [], users: [] };
  const [first, second] = [createSimulator({ world }), createSimulator()];
  expect(await (await first.fetch(createRequest(first))).json()).toEqual([]);
  expect(await (await second.fetch(createRequest(second))).json()).toHaveLength(1);
});

test('follows the given clock', async () => {
  let now = Date.UTC(2026, 0, 1);
  const { control, fetch, apiKeys } = createSimulator({ now: () => now });
  const { offset, now: before } = await control.getClock();
  now += 1_000;
  expect([offset, before, (await control.getClock()).now]).toEqual([0, Date.UTC(2026, 0, 1), now]);
  const send = () => fetch(url, { headers: { 'x-gft-api-key': apiKeys.limited } });
  const statuses = [(await send()).status, (await send()).status];
  now += 60_000;
  expect([...statuses, (await send()).status]).toEqual([200, 429, 200]);
});

test('rejects an invalid world', () => {
  const world = { programs: [], users: [{ platform: 'discord', platformUserId: '42', claims: { unknown: 0 } }] };
  expect(() => createSimulator({ world })).toThrow('The world is invalid: users[0].claims has the program "unknown"');
});
