import * as commandLine from '@giftoin/command-line';
import { expect, test } from 'vitest';

test('the package exports these names', () => {
  const advice =
    'The public names have changed. If that is intended, update this list and describe the change in a changeset.';
  expect(Object.keys(commandLine).sort(), advice).toEqual([
    'UsageError',
    'parseArguments',
    'parseList',
    'parsePort',
    'runCommandLine',
    'waitForSignal',
    'watchPackageManager',
  ]);
});
