/** The sandbox keeps the contract: the whole suite passes on either engine, with nothing skipped. */
import { startPostgres } from '@giftoin/postgres';
import { startSandbox } from '@giftoin/sandbox';
import { test } from 'vitest';
import { runContractSuite } from './run-contract-suite.ts';

test('the suite passes on SQLite', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  await runContractSuite(sandbox.url, sandbox.apiKeys);
});

test('the suite passes on PostgreSQL', async () => {
  await using postgres = await startPostgres();
  await using sandbox = await startSandbox({ port: 0, controlPort: 0, databaseUrl: postgres.url });
  await runContractSuite(sandbox.url, sandbox.apiKeys);
});
