import type { LogEntry } from '@giftoin/sandbox';
import { afterAll, expect, test } from 'vitest';
import { progressPath, startTestSandbox } from './start-test-sandbox.ts';

const entries: LogEntry[] = [];
const sandbox = await startTestSandbox({ log: (entry) => entries.push(entry) });
const { request, control } = sandbox;
afterAll(() => sandbox.close());

test('logs each request, without the API key', async () => {
  const key = sandbox.apiKeys.default;
  await request(`${progressPath}/${key}`);
  await request(`${progressPath}?x-gft-api-key=${key}`, '');
  await request(progressPath, '', 'OPTIONS');
  const first = {
    time: expect.closeTo(Date.now(), -5),
    method: 'GET',
    path: `${progressPath}/[API key]`,
    operationId: 'getCollectionChallengeProgress',
    keyName: 'default',
    header: 'x-gft-api-key',
    status: 404,
    duration: expect.any(Number),
    workspace: 'default',
  };
  const second = {
    ...first,
    path: progressPath,
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
