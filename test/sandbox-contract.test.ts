/** The sandbox keeps the contract: the whole suite passes on either engine, with nothing skipped. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { startPostgres } from '@giftoin/postgres';
import { startSandbox } from '@giftoin/sandbox';
import { expect, test } from 'vitest';

async function runSuite(databaseUrl?: string): Promise<string> {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0, databaseUrl });
  const { default: main, overdue, denied, limited, failing } = sandbox.apiKeys;
  const keysFor = { 402: overdue, 403: denied, 429: limited, 500: failing };
  const { stdout } = await promisify(execFile)('giftoin-contract-tests', ['--url', sandbox.url], {
    env: {
      ...process.env,
      GIFTOIN_API_KEY: main,
      ...Object.fromEntries(Object.entries(keysFor).map(([status, key]) => [`GIFTOIN_API_KEY_${status}`, key])),
    },
  });
  return stdout.trim().split('\n').at(-1) ?? '';
}

const kept = /^\d+ passed, 0 failed, 0 skipped \(.*\): the server conforms to the contract\.$/;

test('on SQLite', async () => {
  expect(await runSuite()).toMatch(kept);
});

test('on PostgreSQL', async () => {
  await using postgres = await startPostgres();
  expect(await runSuite(postgres.url)).toMatch(kept);
});
