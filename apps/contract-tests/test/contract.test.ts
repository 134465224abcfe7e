import { startMock } from '@giftoin/mock';
import { expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';

const key = 'key-of-the-tests';

test('a mock that knows its keys keeps the contract', async () => {
  await using mock = await startMock({ port: 0, keys: [key] });
  const { findings, failed } = await checkContract({ url: mock.url, key, rate: Infinity });
  expect({ findings, failed }).toEqual({ findings: [], failed: 0 });
});
