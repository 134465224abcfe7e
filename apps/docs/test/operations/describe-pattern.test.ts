import { expect, test } from 'vitest';
import { describePattern } from '../../src/operations/describe-pattern.ts';

test.each([
  ['^[a-z0-9_-]{1,32}$', '1 to 32 characters: `a-z`, `0-9`, `_` or `-`'],
  ['^[0-9]+$', 'one or more characters: `0-9`'],
  ['^\\d{4}$', '4 characters: `0-9`'],
  ['^https://[A-Za-z0-9[]', 'starts with `https://`, then one character: `A-Z`, `a-z`, `0-9` or `[`'],
  ['^pet_[0-9]*$', 'exactly `pet_`, then any number of characters: `0-9`'],
  ['[.]json$', 'ends with one character: `.`, then `json`'],
  ['a\\.b', 'contains `a.b`'],
])('describes %s', (pattern, words) => {
  expect(describePattern(pattern)).toBe(words);
});

test.each(['^(a|b)$', '^[^/]+$', '^.*$', '\\w+', '^a$|b', '^\\p{L}+$', ''])('does not describe %s', (pattern) => {
  expect(describePattern(pattern)).toBeUndefined();
});
