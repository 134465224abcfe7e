import { checkContract } from '@giftoin/contract-tests';
import { startMock } from '@giftoin/mock';
import { startSandbox } from '@giftoin/sandbox';

/** Returns the IDs of all checks that the suite has for the sandbox and for the mock, skipped checks included. */
export async function listCheckIds(): Promise<string[]> {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  await using mock = await startMock({ port: 0, keys: ['test-key'] });
  const reports = await Promise.all([
    checkContract({ url: sandbox.url, key: sandbox.apiKeys.default, rate: Number.POSITIVE_INFINITY }),
    checkContract({ url: mock.url, key: 'test-key', rate: Number.POSITIVE_INFINITY }),
  ]);
  return [...new Set(reports.flatMap(({ checks }) => checks.map(({ id }) => id)))];
}
