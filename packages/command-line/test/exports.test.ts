import * as commandLine from '@giftoin/command-line';
import { expect, test } from 'vitest';

test('the package exports these names', () => {
  expect(Object.keys(commandLine).sort()).toEqual([
    'UsageError',
    'parseArguments',
    'parsePort',
    'runCommandLine',
    'waitForSignal',
  ]);
});
