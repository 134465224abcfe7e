import { createRouter, decodePathParameters, formatAllow, parseTarget } from '@giftoin/http';
import { expect, test } from 'vitest';

const operations = [
  { method: 'GET', path: '/users/{user}/{program}' },
  { method: 'GET', path: '/users/{user}/all' },
  { method: 'delete', path: '/users/{user}/all' },
];
const routeTo = createRouter(operations);

test('a path leads to its operations, by method, and the more literal of two paths wins', () => {
  expect(routeTo('/users/7/all')).toEqual({
    operations: new Map([
      ['get', operations[1]],
      ['delete', operations[2]],
    ]),
    segments: new Map([['user', '7']]),
  });
  expect(routeTo('/users/7/p%31')?.segments).toEqual(
    new Map([
      ['user', '7'],
      ['program', 'p%31'],
    ]),
  );
});

test('another path leads nowhere', () => {
  for (const path of ['', '/', '/users', '/users/7', '/users/7/all/', '/Users/7/all', '//users/7/all']) {
    expect(routeTo(path), path).toBeUndefined();
  }
});

test('a parameter is decoded once; a missing or broken one is said', () => {
  const decoded = (path: string) => decodePathParameters(routeTo(path) ?? { segments: new Map() });
  expect(decoded('/users/a%2520b/x')).toEqual(
    new Map([
      ['user', 'a%20b'],
      ['program', 'x'],
    ]),
  );
  expect(decoded('/users//x')).toBe('The parameter user is missing.');
  expect(decoded('/users/%ff/x')).toBe('The parameter user is not percent-encoded UTF-8.');
});

test('a target is taken apart, whole URLs included', () => {
  expect(parseTarget('/a/b?c?d')).toEqual({ path: '/a/b', query: 'c?d' });
  expect(parseTarget('HTTP://host:1/a')).toEqual({ path: '/a', query: '' });
});

test('what a path allows is said for people and programs', () => {
  expect(formatAllow({ operations: new Map([['get', 1]]) })).toBe('GET, HEAD, OPTIONS');
  expect(formatAllow({ operations: new Map([['post', 1]]) })).toBe('POST, OPTIONS');
});
