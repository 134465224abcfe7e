import { expect, test } from 'vitest';
import { formatDuration, formatOffset, formatTime } from '../../src/explorer/format-time.ts';
import { hashText } from '../../src/explorer/hash-text.ts';
import { splitJson } from '../../src/explorer/split-json.ts';

test.each([
  [0, '0 s'],
  [1, '1 s'],
  [59_001, '1 min'],
  [3_660_000, '1 h 1 min'],
  [86_400_000, '1 d'],
  [604_800_000 - 1, '7 d'],
  [86_460_000, '1 d'],
  [86_399_001, '1 d'],
  [3_599_000, '59 min 59 s'],
])('%d milliseconds are %s', (milliseconds, text) => {
  expect(formatDuration(milliseconds)).toBe(text);
});

test.each([
  [400, ''],
  [691_200_003, '+8 d'],
  [-86_400_000, '−1 d'],
])('the offset %d is shown as "%s"', (offset, text) => {
  expect(formatOffset(offset)).toBe(text);
});

test('a time that is none is shown as it is', () => {
  expect(formatTime(1_795_735_800_000)).toBe('26 Nov 2026, 23:30 UTC');
  expect(formatTime(9e15)).toBe('9000000000000000');
});

test('similar IDs have different hashes', () => {
  const hues = Array.from({ length: 10 }, (_, index) => hashText(`card_${456 + index}`) % 360);
  expect(new Set(hues).size).toBeGreaterThan(7);
});

test('JSON is split into keys, texts and other values', () => {
  const text = '{"a\\"b": "c: d", "e" : [-1.5e3, null]}';
  const parts = splitJson(text);
  expect(parts.map((part) => part.text).join('')).toBe(text);
  expect(parts.filter(({ kind }) => kind)).toEqual([
    { kind: 'json-key', text: '"a\\"b"' },
    { kind: 'json-text', text: '"c: d"' },
    { kind: 'json-key', text: '"e"' },
    { kind: 'json-value', text: '-1.5e3' },
    { kind: 'json-value', text: 'null' },
  ]);
});

test.each(['', '<p>No JSON</p>', '{"cut": "in the mid'])('the text %j that is not JSON is kept', (text) => {
  expect(
    splitJson(text)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
