import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { samplesFolder } from '../src/index.ts';
import { type LuauRequest, type LuauResponse, startRobloxServer } from './roblox/run-luau.ts';
import { startServers } from './start-servers.ts';

const userId = 3141592653;
const programs = { name: 'Winter Challenge', attributes: { CollectionName: 'Winter Challenge' } };

let servers: Awaited<ReturnType<typeof startServers>>;
beforeAll(async () => {
  servers = await startServers();
});
beforeEach(() => servers.control.resetWorkspace());
afterAll(() => servers.close());

/** Starts the scripts, with real requests to the sandbox. */
async function start(apiKey = servers.apiKeys.default) {
  const requests: LuauRequest[] = [];
  const server = await startRobloxServer(async (request) => {
    requests.push(request);
    return send(request, apiKey);
  });
  return { server, requests };
}

async function send({ url, method, header }: LuauRequest, apiKey: string): Promise<LuauResponse> {
  const address = url.replace('https://api.giftoin.org', servers.origins.sandbox);
  const response = await fetch(address, { method, headers: { [header]: apiKey } });
  return {
    StatusCode: response.status,
    StatusMessage: response.statusText,
    // Roblox does not promise how names are written.
    Headers: Object.fromEntries([...response.headers].map(([name, value]) => [name.toUpperCase(), value])),
    Body: await response.text(),
  };
}

test('shows the progress of a player who joins', async () => {
  const user = { platform: 'roblox', platformUserId: String(userId), programId: 'program_123' };
  await servers.control.completeCollection({ ...user, missing: 3 });
  const { server, requests } = await start();
  await server.join(userId, 1);
  expect(requests).toEqual([
    {
      url: `https://api.giftoin.org/api/v1/users/roblox/${userId}/progress/collection-challenges`,
      method: 'GET',
      header: 'x-gft-api-key',
      time: 0,
    },
  ]);
  expect(server.attributes).toEqual({
    CollectionName: programs.name,
    CollectionPercent: 70,
    CollectionText: '7 of 10 cards',
    RewardReady: false,
  });
  expect(server.warnings).toEqual([]);
});

test('shows that the reward can be claimed, and a program without a reward', async () => {
  const user = { platform: 'roblox', platformUserId: String(userId) };
  await servers.control.completeCollection({ ...user, programId: 'program_123' });
  const { server } = await start();
  await server.join(userId, 1);
  expect(server.attributes).toMatchObject({ CollectionPercent: 100, RewardReady: true });
  await servers.control.applyScenario({ scenario: 'no-reward', ...user });
  await server.advance(60);
  await server.join(userId, 1);
  expect(server.attributes).toMatchObject({ CollectionPercent: 100, RewardReady: false });
});

test('writes an ID of any size as a string of digits', async () => {
  const { server, requests } = await start();
  await server.join(9007199254740991, 1);
  expect(requests[0]?.url).toContain('/users/roblox/9007199254740991/');
});

test('sends one request per round, and caches for less than a round', async () => {
  const { server, requests } = await start();
  await server.join(userId, 3);
  expect(requests.map(({ time }) => time)).toEqual([0, 90, 180]);
});

test('sends at most 400 requests in a minute', async () => {
  const times: number[] = [];
  const server = await startRobloxServer(async ({ time }) => {
    times.push(time);
    return { StatusCode: 200, StatusMessage: 'OK', Headers: {}, Body: '[]' };
  });
  for (let id = 1; id <= 405; id += 1) await server.join(id, 1).then(() => server.advance(-90));
  expect(times).toHaveLength(400);
  expect(server.warnings).toEqual(
    Array.from({ length: 5 }, () => 'Giftoin: The request was not sent, because too many requests were sent before.'),
  );
  await server.advance(60);
  await server.join(1000, 1);
  expect(times).toHaveLength(401);
});

test('sends nothing until Retry-After ends, and keeps the last progress', async () => {
  const { server, requests } = await start(servers.apiKeys.limited);
  await server.join(userId, 1);
  await server.advance(-90);
  await server.join(userId + 1, 1);
  expect(server.warnings).toEqual([expect.stringMatching(/^Giftoin: 429 \(429\): ./)]);
  await server.advance(-80);
  await server.join(userId + 2, 1);
  expect(requests).toHaveLength(2);
  await server.advance(60);
  await server.join(userId + 3, 1);
  expect(requests).toHaveLength(3);
});

test.each([
  ['an unknown API key', { apiKey: 'unknown' }, /^Giftoin: 401 \(1001\): ./],
  ['a server that fails', { apiKey: 'gft_default_failing' }, /^Giftoin: 500 \(500\): ./],
])('warns about %s', async (_, { apiKey }, warning) => {
  const { server } = await start(apiKey);
  await server.join(userId, 1);
  expect(server.warnings).toEqual([expect.stringMatching(warning)]);
  expect(server.attributes).toEqual({});
});

test.each<[string, LuauResponse, string]>([
  ['no response', { problem: 'HttpError: ConnectFail' }, 'There was no response: '],
  ['a page', { StatusCode: 502, StatusMessage: 'Bad Gateway', Headers: {}, Body: '<html>' }, '502: Bad Gateway'],
  ['no JSON', { StatusCode: 200, StatusMessage: 'OK', Headers: {}, Body: '<html>' }, 'The response is not JSON.'],
])('warns about %s', async (_, response, warning) => {
  const server = await startRobloxServer(async () => response);
  await server.join(userId, 1);
  expect(server.warnings).toEqual([expect.stringContaining(`Giftoin: ${warning}`)]);
});

test('the samples are formatted', async () => {
  const stylua = fileURLToPath(import.meta.resolve('@johnnymorganz/stylua-bin/run.js'));
  const run = promisify(execFile)(process.execPath, [stylua, '--check', 'roblox', 'test/roblox'], {
    cwd: samplesFolder,
  });
  await expect(run.catch(({ stdout }) => Promise.reject(new Error(stdout)))).resolves.toBeDefined();
});
