import * as sandboxPackage from '@giftoin/sandbox';
import { expect, test } from 'vitest';

test('exports these names', () => {
  const advice =
    'The public names have changed. If that is intended, update this list and describe the change in a changeset.';
  expect(Object.keys(sandboxPackage).sort(), advice).toEqual([
    'SandboxControlError',
    'createSandboxControl',
    'defaultToken',
    'startSandbox',
  ]);
});
