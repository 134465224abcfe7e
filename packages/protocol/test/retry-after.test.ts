import { formatRetryAfter, parseRetryAfter } from '@giftoin/protocol';
import { expect, test } from 'vitest';

const date = 'Fri, 27 Nov 2026 20:00:00 GMT';

test.each([
  ['30', 30_000],
  ['0', 0],
  ['Fri, 27 Nov 2026 20:00:05 GMT', 5_000],
  ['Friday, 27-Nov-26 20:00:05 GMT', 5_000],
  ['Fri Nov 27 20:00:05 2026', 5_000],
  ['Fri, 27 Nov 2026 19:00:00 GMT', 0],
  ['soon', undefined],
  ['-1', undefined],
  ['', undefined],
  [null, undefined],
])('parses %j as %j milliseconds', (value, expected) => {
  expect(parseRetryAfter(value, date)).toBe(expected);
});

test.each([
  [0, '1'],
  [1, '1'],
  [1_000, '1'],
  [1_001, '2'],
])('formats %i milliseconds as %s', (delay, expected) => {
  expect(formatRetryAfter(delay)).toBe(expected);
});
