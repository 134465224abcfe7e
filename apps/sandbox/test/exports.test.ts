import * as sandboxPackage from '@giftoin/sandbox';
import { expect, test } from 'vitest';

test('exports these names', () => {
  expect(Object.keys(sandboxPackage).sort()).toEqual([
    'SandboxControlError',
    'createSandboxControl',
    'defaultToken',
    'startSandbox',
  ]);
});
