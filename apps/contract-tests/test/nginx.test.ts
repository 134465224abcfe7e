import { startMock } from '@giftoin/mock';
import { startSandbox } from '@giftoin/sandbox';
import { afterAll, expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';
import { findNginx } from './nginx.ts';

const nginx = await findNginx();
afterAll(() => nginx.remove());

test('finds behind an nginx with default settings only that it drops underscores, with the cause', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  await using proxy = await nginx.start(sandbox.url);
  const { findings } = await checkContract({ url: proxy.url, key: sandbox.apiKeys.default, rate: Infinity });
  expect(findings.map(({ requirement, message, likelyCause }) => [requirement.id, message, likelyCause])).toEqual([
    [
      'api-key',
      'If the key is in x-gft_api_key, the response is 401. Expected 200.',
      'The header x-gft_api_key does not reach the server, or the server does not read it. Proxies drop header names with ' +
        'underscores, for example nginx without `underscores_in_headers on`.',
    ],
  ]);
});

test('finds nothing else behind an nginx that normalizes paths', async () => {
  await using mock = await startMock({ port: 0, keys: ['key-of-the-tests'] });
  await using proxy = await nginx.start(`${mock.url}/`);
  const { findings } = await checkContract({ url: proxy.url, key: 'key-of-the-tests', rate: Infinity });
  expect(findings.map(({ message }) => message)).toEqual([
    'If the key is in x-gft_api_key, the response is 401. Expected 200.',
  ]);
});
