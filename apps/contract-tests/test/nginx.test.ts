import { startMock } from '@giftoin/mock';
import { startSandbox } from '@giftoin/sandbox';
import { afterAll, expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';
import { findNginx } from './nginx.ts';

const nginx = await findNginx();
afterAll(() => nginx.remove());

test('behind an nginx with default settings, the one finding is that underscores are dropped, with the cause', async () => {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  await using proxy = await nginx.start(sandbox.url);
  const { findings } = await checkContract({ url: proxy.url, key: sandbox.apiKeys.default, rate: Infinity });
  expect(findings.map(({ statement, sentence, likelyCause }) => [statement.id, sentence, likelyCause])).toEqual([
    [
      'key',
      'Where the key is in x-gft_api_key, the answer is 401, expected 200.',
      'Something drops the header x-gft_api_key: a proxy in front refuses underscores in header names, as nginx does ' +
        'unless it is told `underscores_in_headers on`.',
    ],
  ]);
});

test('behind an nginx that folds paths before it passes them on, nothing else is found either', async () => {
  await using mock = await startMock({ port: 0, keys: ['key-of-the-tests'] });
  await using proxy = await nginx.start(`${mock.url}/`);
  const { findings } = await checkContract({ url: proxy.url, key: 'key-of-the-tests', rate: Infinity });
  expect(findings.map(({ sentence }) => sentence)).toEqual([
    'Where the key is in x-gft_api_key, the answer is 401, expected 200.',
  ]);
});
