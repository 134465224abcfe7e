/** The simulator keeps the contract like the sandbox: the whole suite passes on it, with nothing skipped. */
import { createSimulator } from '@giftoin/simulator';
import { test } from 'vitest';
import { runContractSuite } from './run-contract-suite.ts';
import { serveFetch } from './serve-fetch.ts';

test('the suite passes on the simulator', async () => {
  const { fetch, apiKeys } = createSimulator();
  const server = await serveFetch(fetch);
  await runContractSuite(server.url, apiKeys).finally(() => server.close());
}, 120_000);
