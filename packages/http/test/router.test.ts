import { expect, test } from 'vitest';
import { createRouter, formatAllow, parseTarget } from '../src/router.ts';

const operations = [
  { method: 'GET', path: '/users/{user}/{program}' },
  { method: 'GET', path: '/users/{user}/all' },
  { method: 'delete', path: '/users/{user}/all' },
];
const findRoute = createRouter(operations);

test('finds the operations of a path by method, and prefers the template with fewer parameters', () => {
  expect(findRoute('/users/7/all')).toEqual({
    operations: new Map([
      ['get', operations[1]],
      ['delete', operations[2]],
    ]),
    segments: new Map([['user', '7']]),
  });
  expect(findRoute('/users/7/p%31')?.segments).toEqual(
    new Map([
      ['user', '7'],
      ['program', 'p%31'],
    ]),
  );
});

test('finds no route for another path', () => {
  for (const path of ['', '/', '/users', '/users/7', '/users/7/all/', '/Users/7/all', '//users/7/all']) {
    expect(findRoute(path), path).toBeUndefined();
  }
});

test.each([
  ['/t/7.json', { id: '7' }],
  ['/t/a.json.json', { id: 'a.json' }],
  ['/t/.json', { id: '' }],
  ['/t/7', { other: '7' }],
  ['/t/v1...v2', { base: 'v1', head: 'v2' }],
  ['/t/v1.....v2', { base: 'v1', head: '..v2' }],
  ['/t/a(b', { open: 'a', close: 'b' }],
])('finds parameters in a part of a segment of %s', (path, values) => {
  const paths = ['/t/{other}', '/t/{id}.json', '/t/{base}...{head}', '/t/{open}({close}'];
  const find = createRouter(paths.map((each) => ({ method: 'get', path: each })));
  expect(Object.fromEntries(find(path)?.segments ?? [])).toEqual(values);
});

test('does not let parts of a segment overlap', () => {
  const find = createRouter([{ method: 'get', path: '/t/aba{id}aba' }]);
  expect(find('/t/aba')).toBeUndefined();
  expect(find('/t/ababa')).toBeUndefined();
  expect(find('/t/abaaba')?.segments.get('id')).toBe('');
});

test('splits a target, absolute URLs included', () => {
  expect(parseTarget('/a/b?c?d')).toEqual({ path: '/a/b', query: 'c?d' });
  expect(parseTarget('HTTP://host:1/a')).toEqual({ path: '/a', query: '' });
});

test('formats the methods that a path allows', () => {
  expect(formatAllow({ operations: new Map([['get', 1]]) })).toBe('GET, HEAD, OPTIONS');
  expect(formatAllow({ operations: new Map([['post', 1]]) })).toBe('POST, OPTIONS');
  const all = ['get', 'head', 'options'].map((method): [string, number] => [method, 1]);
  expect(formatAllow({ operations: new Map(all) })).toBe('GET, HEAD, OPTIONS');
});
