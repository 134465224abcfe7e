import { setTimeout as sleep } from 'node:timers/promises';
import { parameterPatterns } from '@giftoin/types';
import { afterAll, expect, test } from 'vitest';
import { createExpectedError } from './create-expected-error.ts';
import { progressPath, startTestSandbox } from './start-test-sandbox.ts';

const sandbox = await startTestSandbox();
const { request, control } = sandbox;
afterAll(() => sandbox.close());

test('serves the default world, which ends in seven days', async () => {
  const { status, json } = await request();
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

test('returns every visible program at 0 percent to an unknown user', async () => {
  const { status, json } = await request(progressPath.replace('123456789012345678', 'unknown'));
  expect([status, json[0].progressInPercentage]).toEqual([200, 0]);
});

test('validates a request in the order of the contract', async () => {
  const [malformed, missing] = [progressPath.replace('discord', '!'), `${progressPath}/nothing`];
  const { default: valid, overdue, denied } = sandbox.apiKeys;
  for (const path of [malformed, missing, progressPath]) {
    expect((await request(path, '')).json).toEqual(
      createExpectedError(401, 'The API key is missing. Send it in the header x-gft-api-key.', 1002),
    );
    expect((await request(path, `${valid}x`)).json).toEqual(createExpectedError(401, 'The API key is unknown.', 1001));
    expect((await request(path, overdue)).json).toEqual(createExpectedError(402, 'The subscription is overdue.'));
    expect((await request(path, denied)).json).toEqual(
      createExpectedError(403, 'The plan of this API key does not allow this request.'),
    );
  }
  expect((await request(malformed)).json).toEqual(
    createExpectedError(400, `The parameter platform does not match ${parameterPatterns.platform}.`),
  );
  expect((await request(missing)).json).toEqual(
    createExpectedError(404, 'The program does not exist, or is not visible.'),
  );
});

test('returns 429 to a limited API key, with a Retry-After that is sufficient', async () => {
  const [tokenTime, requests] = [3_000, 2];
  const rateLimit = { requests, per: requests * tokenTime };
  await control.createKey({ keyName: 'other', rateLimit });
  const { apiKey } = await control.createKey({ keyName: 'limited-here', rateLimit });
  const start = performance.now();
  const responses = [
    await request(progressPath, apiKey),
    await request(progressPath, apiKey),
    await request(progressPath, apiKey),
  ];
  const elapsed = performance.now() - start;
  expect(responses.map(({ status }) => status)).toEqual([200, 200, 429]);
  const retryAfter = Number(responses[2]?.headers.get('retry-after'));
  expect(retryAfter).toBeLessThanOrEqual(tokenTime / 1_000);
  expect(retryAfter).toBeGreaterThanOrEqual(Math.ceil((tokenTime - elapsed) / 1_000));
  await sleep(retryAfter * 1_000);
  expect((await request(progressPath, apiKey)).status).toBe(200);
});

test('reveals nothing about another workspace, in body or headers', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  await control.loadWorld({ workspace, programs: [] });
  const [existing, unknown] = [
    await request(`${progressPath}/program_123`, apiKeys.default),
    await request(`${progressPath}/program_9`, apiKeys.default),
  ];
  const withoutTime = ({ status, headers, json }: typeof existing) => ({
    status,
    headers: [...headers].filter(([name]) => name !== 'date'),
    body: { ...json.status, timestamp: 0 },
  });
  expect(withoutTime(existing)).toEqual(withoutTime(unknown));
  expect((await request(progressPath, apiKeys.default)).json).toEqual([]);
  await control.deleteWorkspace({ workspace });
  expect((await request(progressPath, apiKeys.default)).json).toEqual(
    createExpectedError(401, 'The API key is unknown.', 1001),
  );
});

test('returns only the programs of the environment of the API key', async () => {
  const { apiKey } = await control.createKey({ environment: 'staging' });
  expect((await request(progressPath, apiKey)).json).toEqual([]);
  expect((await request(`${progressPath}/program_123`, apiKey)).status).toBe(404);
});

test('returns 404 for a program that is not visible, and omits it from the list', async () => {
  const { workspace, apiKeys } = await control.createWorkspace({});
  await control.changeProgram({ workspace, programId: 'program_123', showAfter: false });
  await control.advanceClock({ workspace, by: 8 * 86_400_000 });
  expect((await request(progressPath, apiKeys.default)).json).toEqual([]);
  expect((await request(`${progressPath}/program_123`, apiKeys.default)).status).toBe(404);
});

test('responds to HEAD like to GET, without a body', async () => {
  const [head, get] = [await request(progressPath, undefined, 'HEAD'), await request()];
  expect([head.status, head.text]).toEqual([200, '']);
  expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'));
});

test('serves health checks without an API key', async () => {
  expect((await request('/healthz?from=a-load-balancer', '')).json).toEqual({ status: 'ok' });
  expect((await request('/healthz', '')).json).toEqual({ status: 'ok' });
  expect((await request('/readyz', '')).json).toEqual({ status: 'ok' });
});

test('allows requests from pages of any origin', async () => {
  const preflight = await fetch(sandbox.url + progressPath, {
    method: 'OPTIONS',
    headers: { origin: 'https://a.example' },
  });
  expect(preflight.status).toBe(204);
  const allowed = preflight.headers.get('access-control-allow-headers')?.split(', ');
  expect(allowed).toEqual(expect.arrayContaining(['x-gft_api_key', 'x-gft-api-key', 'gft-api-key']));
  const headers = { origin: 'https://a.example', 'gft-api-key': sandbox.apiKeys.default };
  const response = await fetch(sandbox.url + progressPath, { headers });
  expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, 'https://a.example']);
});
