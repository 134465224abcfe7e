import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSandboxControl, defaultToken, startSandbox } from '@giftoin/sandbox';
import { createManyPrograms, defaultUser } from '@giftoin/simulator/sandbox';
import { afterAll, expect, test } from 'vitest';
import { CouldNotRunError, checkContract } from '../src/index.ts';
import { formatText } from '../src/reports/format-text.ts';
import { createErrorResponse, key, sendResponse, startFixtureServer } from './fixture-server.ts';

const good = await startFixtureServer();
afterAll(() => good[Symbol.asyncDispose]());

test('sends the same requests for the same seed, and others for another', async () => {
  const sent: string[] = [];
  await using server = await startFixtureServer({
    change: (response, { url = '' }) => {
      sent.push(url);
      return response;
    },
  });
  const paths = async (seed: number) => {
    sent.length = 0;
    await checkContract({ url: server.url, key, rate: Infinity, seed, only: '/malformed/' });
    return [...sent].sort();
  };
  const [one, again, other] = [await paths(1), await paths(1), await paths(2)];
  expect(again).toEqual(one);
  expect(other).not.toEqual(one);
});

test('sends no more requests than the budget, the rate and the concurrency allow', async () => {
  let [sent, active, maximum] = [0, 0, 0];
  await using server = await startFixtureServer({
    send: (out, response) => {
      sent += 1;
      active += 1;
      maximum = Math.max(maximum, active);
      setTimeout(() => {
        active -= 1;
        sendResponse(out, response);
      }, 30);
    },
  });
  const { requests, duration, ended } = await checkContract({
    url: server.url,
    key,
    budget: 30,
    rate: 100,
    concurrency: 3,
  });
  expect({ sent, requests, maximum, ended }).toEqual({
    sent: 30,
    requests: 30,
    maximum: 3,
    ended: 'the budget of 30 requests is used up. Pass a larger one with --budget',
  });
  expect(duration).toBeGreaterThanOrEqual(290);
});

test('ends at the deadline, without violations for requests that it cut off', async () => {
  await using server = await startFixtureServer({
    send: (out, response) => void setTimeout(() => sendResponse(out, response), 40),
  });
  const { findings, ended, duration } = await checkContract({ url: server.url, key, deadline: 700, rate: Infinity });
  expect({ findings, ended }).toEqual({ findings: [], ended: 'the deadline of 0.7 s has passed' });
  expect(duration).toBeLessThan(3_000);
});

test('can be cancelled, without violations for requests that it cut off', async () => {
  const cancelling = new AbortController();
  const { findings, ended } = await checkContract({
    url: good.url,
    key,
    rate: Infinity,
    signal: cancelling.signal,
    onProgress: ({ checksDone }) => {
      if (checksDone === 5) cancelling.abort();
    },
  });
  expect({ findings, ended }).toEqual({ findings: [], ended: 'the run was cancelled' });
});

test('can end at the first violation', async () => {
  await using server = await startFixtureServer({ acceptsUnknownKeys: true });
  const { findings, requests } = await checkContract({ url: server.url, key, rate: Infinity, stopAtFirst: true });
  expect(findings.length).toBe(1);
  expect(requests).toBeLessThan(40);
});

test('finds a response that is late', async () => {
  await using server = await startFixtureServer({
    send: (out, response, request) => {
      if (!request.url?.includes('%ff')) sendResponse(out, response);
    },
  });
  const options = {
    url: server.url,
    key,
    rate: Infinity,
    only: 'listCollectionChallengeProgress/malformed/platform',
    timeout: 300,
  };
  const { findings } = await checkContract(options);
  expect(findings.map(({ requirement, code, message }) => [requirement.id, code, message])).toEqual([
    ['response', 'response-late', 'The request got no complete response: no response within 0.3 s.'],
  ]);
});

test('finds a header that never gets a response', async () => {
  await using server = await startFixtureServer({
    send: (out, response, request) => {
      if (!request.headers['gft-api-key']) sendResponse(out, response);
    },
  });
  const options = {
    url: server.url,
    key,
    rate: Infinity,
    only: 'getCollectionChallengeProgress/valid-key',
    timeout: 300,
  };
  const { findings } = await checkContract(options);
  expect(findings.map(({ message }) => message)).toEqual([
    'The request got no complete response: no response within 0.3 s.',
  ]);
});

test('shortens the timeout if many responses are late', async () => {
  await using server = await startFixtureServer({
    send: (out, response) => {
      if (response.status !== 400) sendResponse(out, response);
    },
  });
  const limits = { timeout: 4_000, deadline: 7_500, concurrency: 40 };
  const { findings, ended } = await checkContract({
    url: server.url,
    key,
    rate: Infinity,
    only: '/malformed/programId',
    ...limits,
  });
  expect({ ended, messages: findings.map(({ message }) => message) }).toEqual({
    ended: undefined,
    messages: ['The request got no complete response: no response within 4 s.'],
  });
});

test('does not follow a redirect, and sends the key nowhere else', async () => {
  const elsewhere = createServer();
  const received: unknown[] = [];
  elsewhere.on('request', ({ headers }, response) => {
    received.push(headers);
    response.end();
  });
  await new Promise<void>((listening) => elsewhere.listen(0, '127.0.0.1', listening));
  const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
  await using server = await startFixtureServer({
    change: (response) =>
      response.status === 200 ? { ...response, status: 302, headers: { ...response.headers, location } } : response,
  });
  const { findings } = await checkContract({ url: server.url, key, rate: Infinity, only: '/valid-key/' });
  elsewhere.close();
  expect(received).toEqual([]);
  expect(findings[0]?.message).toBe('The status code is 302. Expected 200 or an error.');
  expect(findings[0]?.received).toContain(`302 application/json; location: ${location}; `);
});

test('requires 400 of a direct server for requests that a proxy may reject', async () => {
  await using server = await startFixtureServer({
    change: (response, { url = '' }) => (url.length > 5_000 ? createErrorResponse(414) : response),
  });
  const options = { url: server.url, key, rate: Infinity, only: '/malformed/' };
  expect((await checkContract(options)).findings).toEqual([]);
  const { findings } = await checkContract({ ...options, direct: true });
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^If platform\w* has 9000 letters, the response is 414. Expected 400\.$/),
  ]);
});

test.each([
  [
    'the server is not reachable',
    { url: 'http://127.0.0.1:1', key },
    'No response from http://127.0.0.1:1: ECONNREFUSED.',
  ],
  ['no header accepts the key', { url: good.url, key: 'another-key' }, 'rejects the API key with 401 in every header.'],
])('throws CouldNotRunError if %s', async (_, options, message) => {
  const run = checkContract(options);
  await expect(run).rejects.toThrow(CouldNotRunError);
  await expect(run).rejects.toThrow(message);
});

test('compares a sample of a list that is longer than the budget, and says so', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const control = createSandboxControl({ url: sandbox.controlUrl, token: defaultToken });
  await control.loadWorld(createManyPrograms(defaultUser, 120, 3, Date.now()));
  const run = (budget: number) =>
    checkContract({
      url: sandbox.url,
      key: sandbox.apiKeys.default,
      rate: Infinity,
      only: 'getCollectionChallengeProgress/list-and-one',
      budget,
    });
  const [enough, some, few] = [await run(400), await run(80), await run(25)];
  const [compared] = enough.checks;
  expect([compared?.outcome, compared?.sample]).toEqual(['passed', undefined]);
  const [sampled] = some.checks;
  expect(sampled?.outcome).toBe('passed');
  expect(sampled?.sample).toMatch(/^\d\d of 120 items of listCollectionChallengeProgress compared with /);
  expect(formatText(some, false)).toContain(`  a sample: ${sampled?.sample}\n`);
  expect(few.checks[0]).toMatchObject({
    outcome: 'skipped',
    reason: expect.stringMatching(/allowed to compare \d+ of 120/),
  });
});

test('does not take its own work on a list of 10,000 programs for a late response', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  const control = createSandboxControl({ url: sandbox.controlUrl, token: defaultToken });
  await control.loadWorld(createManyPrograms(defaultUser, 10_000, 3, Date.now()));
  const only = 'listCollectionChallengeProgress/valid-key';
  const report = await checkContract({ url: sandbox.url, key: sandbox.apiKeys.default, rate: Infinity, only });
  expect(report.findings).toEqual([]);
  expect(report.failed).toBe(0);
});
