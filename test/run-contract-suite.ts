import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect } from 'vitest';

interface ApiKeys {
  readonly default: string;
  readonly overdue: string;
  readonly denied: string;
  readonly limited: string;
  readonly failing: string;
}

/** Runs the contract suite as a command. Fails unless the server conforms to the contract, and every check ran. */
export async function runContractSuite(url: string, apiKeys: ApiKeys): Promise<void> {
  const { default: main, overdue, denied, limited, failing } = apiKeys;
  const keys = Object.entries({ 402: overdue, 403: denied, 429: limited, 500: failing });
  const { stdout } = await promisify(execFile)('giftoin-contract-tests', ['--url', url], {
    env: {
      ...process.env,
      GIFTOIN_API_KEY: main,
      ...Object.fromEntries(keys.map(([status, key]) => [`GIFTOIN_API_KEY_${status}`, key])),
    },
  }).catch((error: { readonly stdout: string }) => error);
  const lines = stdout.trim().split('\n');
  expect(lines.at(-1), stdout).toMatch(/^\d+ passed, 0 failed, \d+ skipped \(.*\): the server conforms /);
  // A status code that the document adds is skipped until there is a key that leads to it.
  const known = keys.map(([status]) => status);
  const skipped = lines.filter((line) => {
    const [, status] = /--key-for (\d+)=KEY$/.exec(line) ?? [];
    return line.startsWith('  skip  ') && (status === undefined || known.includes(status));
  });
  expect(skipped).toEqual([]);
}
