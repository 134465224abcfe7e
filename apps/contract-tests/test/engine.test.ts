import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, expect, test } from 'vitest';
import * as contractTests from '../src/index.ts';
import { createErrorResponse, key, sendResponse, startFixtureServer } from './fixture-server.ts';

const { checkContract, CouldNotRunError } = contractTests;
const good = await startFixtureServer();
afterAll(() => good[Symbol.asyncDispose]());

test('the package exports what it says', () => {
  expect(Object.keys(contractTests).sort()).toEqual(['CouldNotRunError', 'checkContract', 'statements']);
});

test('the same seed sends the same requests, another one others', async () => {
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

test('no more is sent than the budget, the rate and the concurrency allow', async () => {
  let [sent, underWay, most] = [0, 0, 0];
  await using server = await startFixtureServer({
    send: (out, response) => {
      sent += 1;
      underWay += 1;
      most = Math.max(most, underWay);
      setTimeout(() => {
        underWay -= 1;
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
  expect({ sent, requests, most, ended }).toEqual({
    sent: 30,
    requests: 30,
    most: 3,
    ended: 'the budget of 30 requests is used up: give more with --budget',
  });
  expect(duration).toBeGreaterThanOrEqual(290);
});

test('a run ends at its deadline, without blame for what was cut off', async () => {
  await using server = await startFixtureServer({
    send: (out, response) => void setTimeout(() => sendResponse(out, response), 40),
  });
  const { findings, ended, duration } = await checkContract({ url: server.url, key, deadline: 700, rate: Infinity });
  expect({ findings, ended }).toEqual({ findings: [], ended: 'the deadline of 0.7 s has passed' });
  expect(duration).toBeLessThan(3_000);
});

test('a run can be cancelled, without blame for what was cut off', async () => {
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

test('a run can end at the first thing that is broken', async () => {
  await using server = await startFixtureServer({ acceptsUnknownKeys: true });
  const { findings, requests } = await checkContract({ url: server.url, key, rate: Infinity, stopAtFirst: true });
  expect(findings.length).toBe(1);
  expect(requests).toBeLessThan(40);
});

test('an answer that does not come in time is found', async () => {
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
  expect(findings.map(({ statement, sentence }) => [statement.id, sentence])).toEqual([
    ['answer', 'No answer came: no answer within 0.3 s.'],
  ]);
});

test('a header that never gets an answer is found', async () => {
  await using server = await startFixtureServer({
    send: (out, response, request) => {
      if (!request.headers['gft-api-key']) sendResponse(out, response);
    },
  });
  const options = {
    url: server.url,
    key,
    rate: Infinity,
    only: 'getCollectionChallengeProgress/key-alone',
    timeout: 300,
  };
  const { findings } = await checkContract(options);
  expect(findings.map(({ sentence }) => sentence)).toEqual(['No answer came: no answer within 0.3 s.']);
});

test('where many answers do not come, the deadline is not waited away', async () => {
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
  expect({ ended, sentences: findings.map(({ sentence }) => sentence) }).toEqual({
    ended: undefined,
    sentences: ['No answer came: no answer within 4 s.'],
  });
});

test('a redirect is not followed, and the key goes nowhere else', async () => {
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
  const { findings } = await checkContract({ url: server.url, key, rate: Infinity, only: '/key-alone/' });
  elsewhere.close();
  expect(received).toEqual([]);
  expect(findings[0]?.sentence).toBe('The status is 302, expected 200 or an error.');
  expect(findings[0]?.received).toContain(`302 application/json; location: ${location}; `);
});

test('where nothing stands between, what a proxy may refuse is held to the rule', async () => {
  await using server = await startFixtureServer({
    change: (response, { url = '' }) => (url.length > 5_000 ? createErrorResponse(414) : response),
  });
  const options = { url: server.url, key, rate: Infinity, only: '/malformed/' };
  expect((await checkContract(options)).findings).toEqual([]);
  const { findings } = await checkContract({ ...options, direct: true });
  expect(findings.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(/^Where platform\w* has 9000 letters, the answer is 414, expected 400\.$/),
  ]);
});

test.each([
  ['no server is there', { url: 'http://127.0.0.1:1', key }, 'No answer from http://127.0.0.1:1: ECONNREFUSED.'],
  ['the key works nowhere', { url: good.url, key: 'another-key' }, 'refuses the key with 401 in every header.'],
])('where %s, the run fails with one clear error', async (_, options, message) => {
  const run = checkContract(options);
  await expect(run).rejects.toThrow(CouldNotRunError);
  await expect(run).rejects.toThrow(message);
});
