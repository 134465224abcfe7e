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
  ['', undefined],
  [null, undefined],
  [' , ', undefined],
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

test.each([
  ['60, 60', 60_000],
  ['3,1', 3_000],
  ['1, 3', 3_000],
  ['5, Fri, 27 Nov 2026 20:00:30 GMT', 30_000],
  ['Fri, 27 Nov 2026 20:00:30 GMT,5', 30_000],
  ['Friday, 27-Nov-26 20:00:05 GMT, Fri Nov 27 20:00:07 2026', 7_000],
  ['3, , 1', 3_000],
  ['90, soon', 90_000],
  ['1, soon', 30_000],
])('parses %j, which has several values, as the longest: %i milliseconds', (value, expected) => {
  expect(parseRetryAfter(value, date)).toBe(expected);
});

test.each([
  ['2.5', 3_000],
  ['2.0', 2_000],
  ['0.001', 1_000],
  ['.5', 1_000],
  [' 7 ', 7_000],
])('rounds %j up to whole seconds: %i milliseconds', (value, expected) => {
  expect(parseRetryAfter(value, date)).toBe(expected);
});

test.each([
  ['2026-11-27T20:00:05Z', 5_000],
  ['2026-11-27T20:00:05', 5_000],
  ['2026-11-27 20:00:05Z', 5_000],
  ['2026-11-27T20:00:05.250Z', 5_250],
  ['2026-11-27T22:00:05+02:00', 5_000],
  ['2026-11-27T22:00:05+0200', 5_000],
  ['2026-11-27T20:01Z', 60_000],
  ['Fri, 27 Nov 2026 20:00:05 +0000', 5_000],
  ['Fri, 27 Nov 2026 20:00:05 UTC', 5_000],
  ['Fri, 27 Nov 2026 20:00:05 gmt', 5_000],
  ['2026-11-28', 14_400_000],
  ['2026-11-27T19:00:00Z', 0],
])('parses the date %j as %i milliseconds', (value, expected) => {
  expect(parseRetryAfter(value, date)).toBe(expected);
});

test.each([
  ['soon', 30_000],
  ['-1', 30_000],
  ['5s', 30_000],
  ['60 seconds', 60_000],
  ['"120"', 120_000],
  ['2026-13-45T99:00:00Z', 30_000],
  ['Fri, 99 Foo 2026 20:00:05 GMT', 30_000],
])('waits with caution for %j, which it cannot read: %i milliseconds', (value, expected) => {
  expect(parseRetryAfter(value, date)).toBe(expected);
});

test('returns a safe integer for a delay of any length', () => {
  expect(parseRetryAfter('9'.repeat(400), date)).toBe(Number.MAX_SAFE_INTEGER);
});
