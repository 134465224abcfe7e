import { resolveApiKey } from '@giftoin/protocol';
import { expect, test } from 'vitest';

const names = ['x-first', 'X-Second'];

test.each([
  ['no header', {}, undefined],
  ['the first header', { 'x-first': 'one' }, { header: 'x-first', key: 'one' }],
  ['a name with capital letters', { 'x-second': 'two' }, { header: 'X-Second', key: 'two' }],
  ['two headers', { 'x-second': 'two', 'x-first': 'one' }, { header: 'x-first', key: 'one' }],
  ['an empty first header', { 'x-first': ' \t', 'x-second': 'two' }, { header: 'X-Second', key: 'two' }],
  ['only empty values', { 'x-first': '', 'x-second': ' , ,' }, undefined],
  ['the same key twice', { 'x-first': 'one, one' }, { header: 'x-first', key: 'one' }],
  ['an empty value before the key', { 'x-first': ', one' }, { header: 'x-first', key: 'one' }],
  ['two keys in one header', { 'x-first': ['wrong', 'one'] }, { header: 'x-first', key: 'wrong' }],
  ['an empty header sent before the key', { 'x-first': ['', 'one'] }, { header: 'x-first', key: 'one' }],
  ['spaces around the key', { 'x-first': '  one ' }, { header: 'x-first', key: 'one' }],
])('resolves the API key from %s', (_, headers, expected) => {
  expect(resolveApiKey(headers, names)).toEqual(expected);
});
