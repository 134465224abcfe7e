/** Changes through the control API are visible in the next response of the API. */
import { afterAll, expect, test } from 'vitest';
import { progressPath, startTestSandbox, user, userProgram } from './start-test-sandbox.ts';

const sandbox = await startTestSandbox();
const { request, control } = sandbox;
afterAll(() => sandbox.close());

test('applies an injected fault to the next requests, then the API key works again', async () => {
  const { apiKey } = await control.createKey({ keyName: 'failing-twice' });
  await control.injectFault({ keyName: 'failing-twice', status: 500, times: 2 });
  const statuses = [];
  for (let round = 0; round < 4; round += 1) statuses.push((await request(progressPath, apiKey)).status);
  expect(statuses).toEqual([500, 500, 200, 200]);
});

test('applies an injected fault to a share of the requests, evenly spread', async () => {
  const { apiKey } = await control.createKey({ keyName: 'shared' });
  await control.injectFault({ keyName: 'shared', status: 401, errorCode: 1002, share: 0.5 });
  const codes = [];
  for (let round = 0; round < 6; round += 1) codes.push((await request(progressPath, apiKey)).json?.status?.errorCode);
  expect(codes).toEqual([undefined, 1002, undefined, 1002, undefined, 1002]);
});

test('delays a response, and cuts off another', async () => {
  const { apiKey } = await control.createKey({ keyName: 'slow' });
  await control.injectFault({ keyName: 'slow', delay: 150, times: 1 });
  const began = performance.now();
  expect((await request(progressPath, apiKey)).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThanOrEqual(149);
  await control.injectFault({ keyName: 'slow', cut: true, times: 1 });
  await expect(request(progressPath, apiKey)).rejects.toThrow();
  expect((await control.readRequestLog({ limit: 1 })).map(({ keyName, status }) => [keyName, status])).toEqual([
    ['slow', 0],
  ]);
  expect((await request(progressPath, apiKey)).status).toBe(200);
});

test('returns a changed inventory in the next response, in the list and for one program', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({ scenario: 'one-card-short' });
  const readProgress = async () => {
    const [list, one] = [
      await request(progressPath, apiKeys.default),
      await request(`${progressPath}/program_123`, apiKeys.default),
    ];
    expect({ ...list.json[0], timeLeft: 0 }).toEqual({ ...one.json, timeLeft: 0 });
    const { collectedCount, status, reward } = one.json;
    return [collectedCount, status, reward.canClaim, reward.isClaimed, reward.value];
  };
  expect(await readProgress()).toEqual([9, 'in_progress', false, false, null]);
  await control.grantCard({ workspace, ...userProgram, cardId: 'card_465' });
  expect(await readProgress()).toEqual([10, 'completed', true, false, null]);
  await control.claimReward({ workspace, ...userProgram });
  expect(await readProgress()).toEqual([10, 'completed', false, true, 'text']);
  await control.unclaimReward({ workspace, ...userProgram });
  await control.revokeCard({ workspace, ...userProgram, cardId: 'card_465' });
  expect(await readProgress()).toEqual([9, 'in_progress', false, false, null]);
});

test('moves the clock forward and back, and no cached response hides it', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  const { now } = await control.freezeClock({ workspace });
  const readTimeLeft = async () => (await request(progressPath, apiKeys.default)).json[0]?.timeLeft;
  const atFirst = await readTimeLeft();
  expect(await readTimeLeft()).toBe(atFirst);
  await control.advanceClock({ workspace, by: 1_000 });
  expect(await readTimeLeft()).toBe(atFirst - 1_000);
  await control.advanceClock({ workspace, by: -3_000 });
  expect(await readTimeLeft()).toBe(atFirst + 2_000);
  await control.setClock({ workspace, time: now + 30 * 86_400_000 });
  expect(await readTimeLeft()).toBe(0);
  expect(await control.followSystemClock({ workspace })).toMatchObject({ frozenAt: null, offset: 0 });
  const running = await readTimeLeft();
  await new Promise((soon) => setTimeout(soon, 30));
  expect(await readTimeLeft()).toBeLessThan(running);
});

test.each([
  ['new-user', { collectedCount: 0, status: 'in_progress' }],
  ['half-way', { collectedCount: 5, status: 'in_progress' }],
  ['one-card-short', { collectedCount: 9, status: 'in_progress', reward: { canClaim: false } }],
  ['just-completed', { collectedCount: 10, status: 'completed', reward: { canClaim: true } }],
  ['claimed', { collectedCount: 10, status: 'completed', reward: { isClaimed: true, value: 'text' } }],
  [
    'claimed-then-ended',
    {
      collectedCount: 10,
      status: 'completed',
      timeLeft: 0,
      reward: { isClaimed: true, canClaim: false, value: 'text' },
    },
  ],
  ['expired', { collectedCount: 3, status: 'ended', timeLeft: 0 }],
  ['no-end', { collectedCount: 3, timeLeft: null, duration: { end: null } }],
  ['no-reward', { collectedCount: 10, reward: null }],
  ['big-user', { size: 20 }],
] as const)('applies the scenario %s in one call', async (scenario, expected) => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  expect(await control.applyScenario({ workspace, scenario })).toEqual({ ...user, programId: 'program_123' });
  const { json } = await request(progressPath, apiKeys.default);
  expect(json[0]).toMatchObject(expected);
  expect(json).toHaveLength(scenario === 'big-user' ? 100 : 1);
});

test('the default program is still visible after its end, and can be claimed then', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  await control.completeCollection({ ...userProgram, workspace });
  await control.advanceClock({ workspace, by: 8 * 86_400_000 });
  const read = async () => (await request(progressPath, apiKeys.default)).json[0];
  expect(await read()).toMatchObject({ id: 'program_123', timeLeft: 0, reward: { canClaim: true } });
  await control.claimReward({ ...userProgram, workspace });
  expect(await read()).toMatchObject({ reward: { isClaimed: true, value: 'text' } });
});

test('changes the dates and the visibility of a program, and no cached response hides it', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  const { now } = await control.freezeClock({ workspace });
  const read = async () => (await request(progressPath, apiKeys.default)).json[0];
  const change = (changes: object) => control.changeProgram({ workspace, programId: 'program_123', ...changes });
  const { duration } = await read();
  expect(await change({ end: now - 1 })).toEqual({ ...duration, end: { date: now - 1, showAfter: true } });
  expect(await read()).toMatchObject({ status: 'ended', timeLeft: 0 });
  await change({ showAfter: false });
  expect(await read()).toBeUndefined();
  await change({ start: now + 1_000, end: null });
  expect(await read()).toMatchObject({ status: 'upcoming', timeLeft: null, duration: { end: null } });
  await change({ showBefore: false });
  expect(await read()).toBeUndefined();
  expect(await change({ start: null, end: now + 5_000 })).toEqual({
    start: null,
    end: { date: now + 5_000, showAfter: true },
  });
  expect(await read()).toMatchObject({ timeLeft: 5_000 });
  expect((await control.exportWorld({ workspace })).programs[0]?.duration.start).toBeNull();
});

test.each<[object, number, RegExp]>([
  [{ programId: 'none', showAfter: true }, 404, /^There is no program none in the workspace /],
  [{ start: 2, end: 1 }, 409, /^program_123 would start \(2\) after its end \(1\)\.$/],
  [{ start: 8.64e15 }, 409, /^program_123 would start \(8640000000000000\) after its end/],
  [{ end: null, showAfter: true }, 409, /^program_123 has no end, so that showAfter has no effect\. Set end too\.$/],
  [{ start: null, showBefore: true }, 409, /^program_123 has no start, so that showBefore has no effect/],
  [{}, 400, /^The body is invalid: the body must NOT have fewer than 1 properties\.$/],
  [{ end: 'soon' }, 400, /^The body is invalid: end must be integer,null\.$/],
  [{ name: 'Other' }, 400, /^The body is invalid: the body must not have the property "name"/],
])('refuses the change %j of a program, and changes nothing', async (changes, status, message) => {
  const { workspace } = await control.createWorkspace({});
  const before = await control.exportWorld({ workspace });
  const changed = control.changeProgram({ workspace, programId: 'program_123', ...changes });
  await expect(changed).rejects.toMatchObject({ status, message: expect.stringMatching(message) });
  expect(await control.exportWorld({ workspace })).toEqual(before);
});

test('restores revoked API keys of the default workspace on reset', async () => {
  const own = await startTestSandbox();
  await own.control.revokeKey({ keyName: 'default' });
  expect((await own.request()).status).toBe(401);
  await own.control.resetWorkspace();
  expect((await own.request()).status).toBe(200);
  expect((await own.control.listKeys()).map(({ keyName }) => keyName)).toEqual([
    'default',
    'denied',
    'failing',
    'limited',
    'overdue',
  ]);
  await own.close();
});
