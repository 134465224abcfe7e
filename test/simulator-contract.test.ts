/** The simulator keeps the contract like the sandbox: the whole suite passes on it, with nothing skipped. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createSimulator } from '@giftoin/simulator';
import { expect, test } from 'vitest';
import { serveFetch } from './serve-fetch.ts';

test('the suite passes on the simulator', async () => {
  const { fetch, apiKeys } = createSimulator();
  const server = await serveFetch(fetch);
  const { default: main, overdue, denied, limited, failing } = apiKeys;
  const keysFor = { 402: overdue, 403: denied, 429: limited, 500: failing };
  const { stdout } = await promisify(execFile)('giftoin-contract-tests', ['--url', server.url], {
    env: {
      ...process.env,
      GIFTOIN_API_KEY: main,
      ...Object.fromEntries(Object.entries(keysFor).map(([status, key]) => [`GIFTOIN_API_KEY_${status}`, key])),
    },
  }).catch((error: { readonly stdout: string }) => error);
  await server.close();
  expect(stdout.trim().split('\n').at(-1), stdout).toMatch(
    /^\d+ passed, 0 failed, 0 skipped \(.*\): the server conforms to the contract\.$/,
  );
}, 120_000);
