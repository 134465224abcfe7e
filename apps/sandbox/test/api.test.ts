import { once } from 'node:events';
import { connect } from 'node:net';
import { createErrorBody } from '@giftoin/protocol';
import type { LogEntry } from '@giftoin/sandbox';
import { afterAll, expect, test } from 'vitest';
import { ownSandbox, progress } from './sandbox.ts';

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
  status: { ...createErrorBody(status, message, errorCode).status, timestamp: expect.closeTo(Date.now(), -5) },
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
  const { default: main, overdue, denied } = sandbox.apiKeys;
  for (const path of [malformed, missing, progress]) {
    expect((await ask(path, '')).json).toEqual(
      said(401, 'The API key is missing. Send it in the header x-gft-api-key.', 1002),
    );
    expect((await ask(path, `${main}x`)).json).toEqual(said(401, 'The API key is unknown.', 1001));
    expect((await ask(path, overdue)).json).toEqual(said(402, 'The subscription is overdue.'));
    expect((await ask(path, denied)).json).toEqual(said(403, 'The plan of this API key does not allow this request.'));
  }
  expect((await ask(malformed)).json).toEqual(said(400, 'The parameter platform does not match ^[a-z0-9_-]{1,32}$.'));
  expect((await ask(missing)).json).toEqual(said(404, 'The program does not exist, or is not visible.'));
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
    await ask(`${progress}/program_123`, apiKeys.default),
    await ask(`${progress}/program_9`, apiKeys.default),
  ];
  const shown = ({ status, headers, json }: typeof there) => ({
    status,
    headers: [...headers].filter(([name]) => name !== 'date'),
    body: { ...json.status, timestamp: 0 },
  });
  expect(shown(there)).toEqual(shown(nowhere));
  expect((await ask(progress, apiKeys.default)).json).toEqual([]);
  await control.deleteWorkspace({ workspace });
  expect((await ask(progress, apiKeys.default)).json).toEqual(said(401, 'The API key is unknown.', 1001));
});

test('a key sees the programs of its environment alone', async () => {
  const { apiKey } = await control.createKey({ environment: 'staging' });
  expect((await ask(progress, apiKey)).json).toEqual([]);
  expect((await ask(`${progress}/program_123`, apiKey)).status).toBe(404);
});

test('a program that is not visible is not there, and not in the list', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  await control.advanceClock({ workspace, by: 8 * 86_400_000 });
  expect((await ask(progress, apiKeys.default)).json).toEqual([]);
  expect((await ask(`${progress}/program_123`, apiKeys.default)).status).toBe(404);
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
  const text = await answered(`${head.replaceAll('main', sandbox.apiKeys.default)}\r\n\r\n`);
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
  const headers = { origin: 'https://a.example', 'gft-api-key': sandbox.apiKeys.default };
  const answer = await fetch(sandbox.url + progress, { headers });
  expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
});

test('each request is logged and journalled, never with the key', async () => {
  await control.clearRequestLog();
  entries.length = 0;
  const key = sandbox.apiKeys.default;
  await ask(`${progress}/${key}`);
  await ask(`${progress}?x-gft-api-key=${key}`, '');
  await ask(progress, '', 'OPTIONS');
  const first = {
    time: expect.closeTo(Date.now(), -5),
    method: 'GET',
    path: `${progress}/[API key]`,
    operationId: 'getCollectionChallengeProgress',
    keyName: 'default',
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
  expect(await control.readRequestLog()).toEqual([first]);
  expect(JSON.stringify(entries)).not.toContain(key);
});
