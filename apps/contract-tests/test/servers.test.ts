/** Runs the suite against the servers of this workspace. Each check is a test. */
import { startMock } from '@giftoin/mock';
import { createSandboxControl, startSandbox } from '@giftoin/sandbox';
import { afterAll, describe, expect, test } from 'vitest';
import { checkContract } from '../src/index.ts';

const mock = await startMock({ port: 0, keys: ['key-of-the-tests'] });
const sandbox = await startSandbox({ port: 0, controlPort: 0 });
const { default: main, overdue, denied, limited, failing } = sandbox.apiKeys;
const keysFor = { 402: overdue, 403: denied, 429: limited, 500: failing };
afterAll(() => Promise.all([mock.close(), sandbox.close()]));

const mockReport = await checkContract({ url: mock.url, key: 'key-of-the-tests', rate: Infinity });
const sandboxReport = await checkContract({ url: sandbox.url, key: main, keysFor, rate: Infinity });

describe('the mock', () => {
  const stateless = mockReport.checks.filter(({ outcome }) => outcome === 'skipped');

  test.each(mockReport.checks.filter((check) => !stateless.includes(check)))('$title', ({ outcome }) => {
    expect(outcome).toBe('passed');
  });

  test('skips only the checks that require a state', () => {
    const stateReason = 'a mock has no state. It returns a resource for any ID';
    expect(stateless.filter(({ reason }) => reason === stateReason).map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'getCollectionChallengeProgress/not-found',
        'listCollectionChallengeProgress/unknown-user',
        'getCollectionChallengeProgress/unknown-user',
        'listCollectionChallengeProgress/user-isolation',
      ]),
    );
    expect(stateless.filter(({ reason = '' }) => !/\bmock\b/.test(reason))).toEqual([]);
  });
});

describe('the sandbox', () => {
  test.each(sandboxReport.checks)('$title', ({ outcome, reason }) => {
    // A status code that the document adds is skipped until there is a key that leads to it.
    const isWithoutKey = /--key-for (\d+)=KEY$/.exec(reason ?? '');
    const isSkipped = isWithoutKey !== null && !(Number(isWithoutKey[1]) in keysFor);
    expect(outcome).toBe(isSkipped ? 'skipped' : 'passed');
  });

  test.each(['big-user', 'claimed', 'claimed-then-ended', 'expired', 'no-end', 'no-reward', 'just-completed'] as const)(
    'conforms to the contract in the scenario %s',
    async (scenario) => {
      const control = createSandboxControl({ url: sandbox.controlUrl, token: sandbox.token });
      await control.applyScenario({ scenario });
      const { findings, ended } = await checkContract({ url: sandbox.url, key: main, rate: Infinity });
      expect({ findings, ended }).toEqual({ findings: [], ended: undefined });
    },
  );
});
