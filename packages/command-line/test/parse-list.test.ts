import { parseList } from '@giftoin/command-line';
import { expect, test } from 'vitest';

const source = {
  flag: '--word',
  variable: 'WORDS',
  isValid: (item: string) => /^[a-z]+$/.test(item),
  hint: 'Use a word.',
};

test.each<[string[] | undefined, string | undefined, string[]]>([
  [undefined, undefined, []],
  [undefined, '', []],
  [undefined, 'a, b c,d', ['a', 'b', 'c', 'd']],
  [['a', 'b'], 'c', ['a', 'b']],
])('the flags %j and the variable %j list %j', (values, text, expected) => {
  expect(parseList(values, { ...source, environment: { WORDS: text } })).toEqual(expected);
});

test('names the flag or the variable of an invalid item', () => {
  expect(() => parseList(['a', 'b 1'], { ...source, environment: {} })).toThrow('--word is "b 1". Use a word.');
  expect(() => parseList(undefined, { ...source, environment: { WORDS: 'a 1' } })).toThrow('WORDS is "1". Use a word.');
});
