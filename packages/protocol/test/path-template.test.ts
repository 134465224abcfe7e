import { fillPath, toPathPattern } from '@giftoin/protocol';
import { expect, test } from 'vitest';

const template = '/a.b/{platform}/{programId}';

test('fills each parameter with the segment as it is', () => {
  const segments: Record<string, string> = { platform: 'a%2Fb', programId: '$&' };
  expect(fillPath(template, (name) => segments[name] ?? '')).toBe('/a.b/a%2Fb/$&');
});

test.each([
  ['/a.b/x/y', true],
  ['/aab/x/y', false],
  ['/a.b/x/y/z', false],
  ['/v1/a.b/x/y', false],
  ['/a.b//y', false],
])('matches %s: %j', (path, expected) => {
  expect(toPathPattern(template).test(path)).toBe(expected);
});
