import { once } from 'node:events';
import { connect } from 'node:net';
import { errorBody } from '@giftoin/http';
import type { LogEntry } from '@giftoin/sandbox';
import { afterAll, expect, test } from 'vitest';
import { ownSandbox, person, progress, winter } from './sandbox.ts';

const entries: LogEntry[] = [];
const sandbox = await ownSandbox({ log: (entry) => entries.push(entry) });
const { ask, control } = sandbox;
afterAll(() => sandbox.close());

/** What comes back for bytes, until the connection is closed. */
async function answered(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(sandbox.url).port), '127.0.0.1');
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.write(bytes);
  await once(socket, 'close');
  return text;
}

const said = (status: number, message: string, errorCode = status) => ({
  status: { ...errorBody(status, message, errorCode).status, timestamp: expect.closeTo(Date.now(), -5) },
});

test('the default world is that of the provider page, running for seven more days', async () => {
  const { status, json } = await ask();
  expect(status).toBe(200);
  expect(json).toMatchObject([
    {
      id: 'program_123',
      name: 'Winter Challenge',
      size: 10,
      collectedCount: 3,
      progressInPercentage: 30,
      status: 'in_progress',
      environment: 'production',
      reward: { id: 'reward_789', isClaimed: false, canClaim: false, value: null, viewType: 'QR' },
    },
  ]);
  expect(json[0].cards).toHaveLength(10);
  expect(json[0].cards[0]).toEqual({
    name: 'Snowflake Card',
    id: 'card_456',
    image: 'https://example.com/images/snowflake.png',
    ownedQuantity: 2,
    isOwned: true,
    rarity: 'rare',
  });
  expect(json[0].timeLeft).toBeGreaterThan(7 * 86_400_000 - 60_000);
});

test('whoever owns nothing, known or not, gets every visible program at 0 percent', async () => {
  const { status, json } = await ask(progress.replace('123456789012345678', 'nobody'));
  expect([status, json[0].progressInPercentage]).toEqual([200, 0]);
});

test('the checks come in the order of the contract', async () => {
  const [malformed, missing] = [progress.replace('discord', '!'), `${progress}/nothing`];
  const { main, overdue, denied } = sandbox.apiKeys;
  for (const path of [malformed, missing, progress]) {
    expect((await ask(path, '')).json).toEqual(
      said(401, 'The API key is missing. Send it in the header x-gft-api-key.', 1002),
    );
    expect((await ask(path, `${main}x`)).json).toEqual(said(401, 'The API key is not known.', 1001));
    expect((await ask(path, overdue)).json).toEqual(said(402, 'The subscription is overdue.'));
    expect((await ask(path, denied)).json).toEqual(said(403, 'The plan does not allow this request.'));
  }
  expect((await ask(malformed)).json).toEqual(said(400, 'The parameter platform does not match ^[a-z0-9_-]{1,32}$.'));
  expect((await ask(missing)).json).toEqual(said(404, 'There is no such program, or it is not visible.'));
});

test('a limited key gets 429, with a Retry-After that is true', async () => {
  await control.createKey({ keyName: 'two-a-second', rateLimit: { requests: 2, per: 2_000 } });
  const { apiKey } = await control.createKey({ keyName: 'limited-here', rateLimit: { requests: 2, per: 2_000 } });
  const answers = [await ask(progress, apiKey), await ask(progress, apiKey), await ask(progress, apiKey)];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  const wait = Number(answers[2]?.headers.get('retry-after'));
  expect(wait).toBe(1);
  await new Promise((soon) => setTimeout(soon, wait * 1_000));
  expect((await ask(progress, apiKey)).status).toBe(200);
});

test('nothing of another workspace can be seen, in body or headers', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  await control.loadWorld({ workspace, programs: [] });
  const [there, nowhere] = [
    await ask(`${progress}/program_123`, apiKeys.main),
    await ask(`${progress}/program_9`, apiKeys.main),
  ];
  const shown = ({ status, headers, json }: typeof there) => ({
    status,
    headers: [...headers].filter(([name]) => name !== 'date'),
    body: { ...json.status, timestamp: 0 },
  });
  expect(shown(there)).toEqual(shown(nowhere));
  expect((await ask(progress, apiKeys.main)).json).toEqual([]);
  await control.deleteWorkspace({ workspace });
  expect((await ask(progress, apiKeys.main)).json).toEqual(said(401, 'The API key is not known.', 1001));
});

test('a key sees the programs of its environment alone', async () => {
  const { apiKey } = await control.createKey({ environment: 'staging' });
  expect((await ask(progress, apiKey)).json).toEqual([]);
  expect((await ask(`${progress}/program_123`, apiKey)).status).toBe(404);
});

test('a program that is not visible is not there, and not in the list', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  await control.advanceClock({ workspace, by: 8 * 86_400_000 });
  expect((await ask(progress, apiKeys.main)).json).toEqual([]);
  expect((await ask(`${progress}/program_123`, apiKeys.main)).status).toBe(404);
});

test('HEAD is GET without a body', async () => {
  const [head, get] = [await ask(progress, undefined, 'HEAD'), await ask()];
  expect([head.status, head.text]).toEqual([200, '']);
  expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
});

test.each([
  ['GET', '/', 404, 'There is no such path.'],
  ['GET', `${progress}/`, 400, 'The parameter programId is missing.'],
  ['GET', '/api/v1/users//1/progress/collection-challenges', 400, 'The parameter platform is missing.'],
  [
    'GET',
    '/api/v1/users/discord/%zz/progress/collection-challenges',
    400,
    'The parameter platformUserId is not percent-encoded UTF-8.',
  ],
  ['POST', progress, 405, 'This path allows GET, HEAD, OPTIONS.'],
  ['DELETE', '/healthz', 405, 'This path allows GET, HEAD, OPTIONS.'],
])('%s %s is %i in the shape of the contract', async (method, path, status, message) => {
  const answer = await ask(path, undefined, method);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/json']);
  expect(answer.json).toEqual(said(status, message));
});

test.each([
  [`GET ${progress} HTTP/1.1\r\nhost: a\r\nx-gft-api-key: ${'k'.repeat(20_000)}\r\n\r\n`, 431],
  [`GET /${'a'.repeat(20_000)} HTTP/1.1\r\nhost: a\r\n\r\n`, 431],
  ['nonsense\r\n\r\n', 400],
  [`GET /../..${progress} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`, 404],
  ['GET /api/v1/users/%/%00/progress/collection-challenges HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n', 401],
])('raw bytes %j are answered in the shape of the contract', async (bytes, status) => {
  const text = await answered(bytes);
  expect(text).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '').status.errorMessage).toMatch(/^[A-Z].*\.$/);
});

test.each([
  ['in any case', ['X-GFT-Api-Key: main'], 200],
  ['with spaces around it', ['gft-api-key: \t main \t '], 200],
  ['after an empty header of another name', ['x-gft_api_key:', 'gft-api-key: main'], 200],
  ['after an empty header of the same name', ['gft-api-key: ', 'gft-api-key: main'], 200],
  ['twice', ['gft-api-key: main', 'gft-api-key: main'], 200],
  ['after a wrong one of the same name', ['gft-api-key: wrong', 'gft-api-key: main'], 1001],
  ['after a wrong one in the header that counts first', ['gft-api-key: main', 'x-gft_api_key: wrong'], 1001],
  ['in a header that carries none', ['authorization: main', 'x-gft-api-keys: main'], 1002],
  ['nowhere, among empty ones', ['x-gft_api_key:', 'x-gft-api-key: ,', 'gft-api-key: \t'], 1002],
])('the key comes %s', async (_, lines, expected) => {
  const head = [`GET ${progress} HTTP/1.1`, 'host: a', 'connection: close', ...lines].join('\r\n');
  const text = await answered(`${head.replaceAll('main', sandbox.apiKeys.main)}\r\n\r\n`);
  const json = JSON.parse(text.split('\r\n\r\n')[1] ?? '');
  expect(json.status?.errorCode ?? Number(text.split(' ')[1])).toBe(expected);
});

test('the probes are off the contract and need no key', async () => {
  expect((await ask('/healthz?from=a-load-balancer', '')).json).toEqual({ status: 'ok' });
  expect((await ask('/healthz', '')).json).toEqual({ status: 'ok' });
  expect((await ask('/readyz', '')).json).toEqual({ status: 'ok' });
});

test('a page of any origin may call it', async () => {
  const preflight = await fetch(sandbox.url + progress, {
    method: 'OPTIONS',
    headers: { origin: 'https://a.example' },
  });
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
    204,
    'x-gft_api_key, x-gft-api-key, gft-api-key',
  ]);
  const headers = { origin: 'https://a.example', 'gft-api-key': sandbox.apiKeys.main };
  const answer = await fetch(sandbox.url + progress, { headers });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
});

test('each request is logged and journalled, never with the key', async () => {
  await control.clearJournal();
  entries.length = 0;
  const key = sandbox.apiKeys.main;
  await ask(`${progress}/${key}`);
  await ask(`${progress}?x-gft-api-key=${key}`, '');
  await ask(progress, '', 'OPTIONS');
  const first = {
    time: expect.closeTo(Date.now(), -5),
    method: 'GET',
    path: `${progress}/[API key]`,
    operationId: 'getCollectionChallengeProgress',
    keyName: 'main',
    header: 'x-gft-api-key',
    status: 404,
    duration: expect.any(Number),
    workspace: 'default',
  };
  const second = {
    ...first,
    path: progress,
    operationId: 'listCollectionChallengeProgress',
    keyName: null,
    header: null,
    status: 401,
    workspace: null,
  };
  const third = { ...second, method: 'OPTIONS', operationId: null, status: 204 };
  expect(entries).toEqual([first, second, third]);
  expect(await control.readJournal()).toEqual([first]);
  expect(JSON.stringify(entries)).not.toContain(key);
});

test('a fault befalls the next requests, then the key works again', async () => {
  const { apiKey } = await control.createKey({ keyName: 'faulty' });
  await control.addFault({ keyName: 'faulty', status: 500, times: 2 });
  const statuses = [];
  for (let round = 0; round < 4; round += 1) statuses.push((await ask(progress, apiKey)).status);
  expect(statuses).toEqual([500, 500, 200, 200]);
});

test('a share of requests fails, evenly', async () => {
  const { apiKey } = await control.createKey({ keyName: 'shared' });
  await control.addFault({ keyName: 'shared', status: 401, errorCode: 1002, share: 0.5 });
  const codes = [];
  for (let round = 0; round < 6; round += 1) codes.push((await ask(progress, apiKey)).json?.status?.errorCode);
  expect(codes).toEqual([undefined, 1002, undefined, 1002, undefined, 1002]);
});

test('a delayed answer is late, and a cut one breaks off', async () => {
  const { apiKey } = await control.createKey({ keyName: 'slow' });
  await control.addFault({ keyName: 'slow', delay: 150, times: 1 });
  const began = performance.now();
  expect((await ask(progress, apiKey)).status).toBe(200);
  expect(performance.now() - began).toBeGreaterThanOrEqual(149);
  await control.addFault({ keyName: 'slow', cut: true, times: 1 });
  await expect(ask(progress, apiKey)).rejects.toThrow();
  expect((await control.readJournal({ limit: 1 })).map(({ keyName, status }) => [keyName, status])).toEqual([
    ['slow', 0],
  ]);
  expect((await ask(progress, apiKey)).status).toBe(200);
});

test('what a user gets is seen by the very next request, in the list and alone', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({ scenario: 'one-card-short' });
  const seen = async () => {
    const [list, one] = [await ask(progress, apiKeys.main), await ask(`${progress}/program_123`, apiKeys.main)];
    expect({ ...list.json[0], timeLeft: 0 }).toEqual({ ...one.json, timeLeft: 0 });
    const { collectedCount, status, reward } = one.json;
    return [collectedCount, status, reward.canClaim, reward.isClaimed, reward.value];
  };
  expect(await seen()).toEqual([9, 'in_progress', false, false, null]);
  await control.grantCard({ workspace, ...winter, cardId: 'card_465' });
  expect(await seen()).toEqual([10, 'completed', true, false, null]);
  await control.claimReward({ workspace, ...winter });
  expect(await seen()).toEqual([10, 'completed', false, true, 'text']);
  await control.unclaimReward({ workspace, ...winter });
  await control.revokeCard({ workspace, ...winter, cardId: 'card_465' });
  expect(await seen()).toEqual([9, 'in_progress', false, false, null]);
});

test('the clock goes both ways, and what moves with it is not frozen by any memory', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  const { now } = await control.freezeClock({ workspace });
  const left = async () => (await ask(progress, apiKeys.main)).json[0]?.timeLeft;
  const atFirst = await left();
  expect(await left()).toBe(atFirst);
  await control.advanceClock({ workspace, by: 1_000 });
  expect(await left()).toBe(atFirst - 1_000);
  await control.advanceClock({ workspace, by: -3_000 });
  expect(await left()).toBe(atFirst + 2_000);
  await control.setClock({ workspace, time: now + 30 * 86_400_000 });
  expect(await left()).toBeUndefined();
  expect(await control.followWall({ workspace })).toMatchObject({ frozenAt: null, offset: 0 });
  const running = await left();
  await new Promise((soon) => setTimeout(soon, 30));
  expect(await left()).toBeLessThan(running);
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
] as const)('the scenario %s is one call', async (scenario, expected) => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  expect(await control.applyScenario({ workspace, scenario })).toEqual({ ...person, programId: 'program_123' });
  const { json } = await ask(progress, apiKeys.main);
  expect(json[0]).toMatchObject(expected);
  expect(json).toHaveLength(scenario === 'big-user' ? 100 : 1);
});
