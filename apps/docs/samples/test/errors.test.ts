import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { runSample } from '../src/run-sample.ts';
import { startServers } from './start-servers.ts';

let servers: Awaited<ReturnType<typeof startServers>>;
beforeAll(async () => {
  servers = await startServers();
});
beforeEach(() => servers.control.resetWorkspace());
afterAll(() => servers.close());

const run = (name: string, apiKey = servers.apiKeys.default) =>
  runSample(`errors/${name}`, servers.origins, { GIFTOIN_API_KEY: apiKey });

test('handle.ts returns a program, and undefined for an unknown one', async () => {
  expect(await run('handle.ts')).toBe('Winter Challenge undefined\n');
});

test('handle.ts names the owner of the API key, and throws', async () => {
  await expect(run('handle.ts', servers.apiKeys.overdue)).rejects.toThrow(
    /Give this to the owner of the API key: .*PaymentRequiredError/s,
  );
});

test('handle.ts counts the attempts', async () => {
  await expect(run('handle.ts', servers.apiKeys.failing)).rejects.toThrow(
    'getCollectionChallengeProgress failed after 3 attempts',
  );
});

test('safe.ts prints the value or the error', async () => {
  expect(await run('safe.ts')).toBe('1 programs\n');
  expect(await run('safe.ts', servers.apiKeys.denied)).toMatch(/^forbidden, status 403: ./);
});

test('retries.ts runs with its options', async () => {
  expect(await run('retries.ts')).toBe('');
});
