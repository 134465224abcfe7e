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
  expect(await readTimeLeft()).toBeUndefined();
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
