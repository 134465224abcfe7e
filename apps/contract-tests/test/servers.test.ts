/** The suite, check by check, against the servers of this workspace. */
import { startMock } from '@giftoin/mock';
import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';

const mock = await startMock({ port: 0, keys: ['key-of-the-tests'] });
const sandbox = await startSandbox({ port: 0, controlPort: 0 });
const { default: main, overdue, denied, limited, failing } = sandbox.apiKeys;
const keysFor = { 402: overdue, 403: denied, 429: limited, 500: failing };
afterAll(() => Promise.all([mock.close(), sandbox.close()]));

const ofMock = await checkContract({ url: mock.url, key: 'key-of-the-tests', rate: Infinity });
const ofSandbox = await checkContract({ url: sandbox.url, key: main, keysFor, rate: Infinity });

describe('the mock', () => {
  const stateless = ofMock.checks.filter(({ outcome }) => outcome === 'skipped');

  test.each(ofMock.checks.filter((check) => !stateless.includes(check)))('$title', ({ outcome }) => {
    expect(outcome).toBe('passed');
  });

  test('is spared what takes a state, by name', () => {
    expect(stateless.map(({ id, reason }) => [id, reason])).toEqual(
      [
        'getCollectionChallengeProgress/not-found',
        'listCollectionChallengeProgress/nobody',
        'getCollectionChallengeProgress/nobody',
        'listCollectionChallengeProgress/users-alike',
      ].map((id) => [id, 'a mock has no state: it answers for whatever is asked']),
    );
  });
});

describe('the sandbox', () => {
  test.each(ofSandbox.checks)('$title', ({ outcome }) => {
    expect(outcome).toBe('passed');
  });

  test.each(['big-user', 'claimed', 'expired', 'no-end', 'no-reward', 'just-completed'] as const)(
    'keeps the contract in the scenario %s',
    async (scenario) => {
      const control = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token });
      await control.applyScenario({ scenario });
      const { findings, ended } = await checkContract({ url: sandbox.url, key: main, rate: Infinity });
      expect({ findings, ended }).toEqual({ findings: [], ended: undefined });
    },
  );
});
