import { checkContract } from '@giftoin/contract-tests';
import { startMock } from '@giftoin/mock';
import { startSandbox } from '@giftoin/sandbox';

/**
 * Returns the IDs of all checks that the suite can run against the sandbox, with a key for every status code that the
 * sandbox can return, and of those that it only has for the mock.
 */
export async function listCheckIds(): Promise<string[]> {
  await using sandbox = await startSandbox({ port: 0, controlPort: 0 });
  await using mock = await startMock({ port: 0, keys: ['test-key'] });
  const { default: key, overdue, denied, limited, failing } = sandbox.apiKeys;
  const keysFor = { 402: overdue, 403: denied, 429: limited, 500: failing };
  const [ofSandbox, ofMock] = await Promise.all([
    checkContract({ url: sandbox.url, key, keysFor, rate: Number.POSITIVE_INFINITY }),
    checkContract({ url: mock.url, key: 'test-key', rate: Number.POSITIVE_INFINITY }),
  ]);
  // A status code that the document adds is skipped for the sandbox until the sandbox returns it.
  const skipped = new Set(ofSandbox.checks.filter(({ outcome }) => outcome === 'skipped').map(({ id }) => id));
  const ids = new Set([...ofSandbox.checks, ...ofMock.checks].map(({ id }) => id));
  return [...ids].filter((id) => !skipped.has(id));
}
