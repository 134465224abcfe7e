import { expect, test } from 'vitest';
import { checkJsonResponse, type Finding, type ResponseHeaders } from '../src/index.ts';

const encoder = new TextEncoder();
const json = { 'content-type': 'application/json' };

function check(headers: ResponseHeaders, body: string | number[] = '{}', keysSent: string[] = []): Finding[] {
  const bytes = typeof body === 'string' ? encoder.encode(body) : Uint8Array.from(body);
  return checkJsonResponse({ status: 200, headers, body: bytes }, keysSent);
}

function found(sentence: string): Finding[] {
  return [{ rule: '9-json', path: '', sentence }];
}

test('headers may come from fetch, as a Map, or as a plain object, in any case', () => {
  expect(check(new Headers({ 'Content-Type': 'application/json' }))).toEqual([]);
  expect(check(new Map([['Content-Type', 'application/json']]))).toEqual([]);
  expect(check({ 'Content-Type': 'application/json' })).toEqual([]);
  expect(check({ 'content-type': ['application/json'], 'set-cookie': undefined })).toEqual([]);
});

test.each([
  'Application/JSON',
  'application/json;charset=utf-8',
  'application/json; Charset="UTF-8"; q=1',
  'application/json; charset = utf-8 ; q=1',
  'application/json; charset=utf8',
  'application/json; charset=us-ascii',
  'application/json; profile="a; charset=latin1"',
  'application/json ;',
])('the content type %s is JSON in UTF-8', (contentType) => {
  expect(check({ 'content-type': contentType })).toEqual([]);
});

test.each([
  'text/html; charset=utf-8',
  'application/problem+json',
  'application/jsonp',
  'application/json, text/html',
  '',
])('the content type "%s" is found', (contentType) => {
  expect(check({ 'content-type': contentType })).toEqual(
    found(`The content type is "${contentType}", expected application/json.`),
  );
});

test('a missing content type is found', () => {
  expect(check({})).toEqual(found('The content type is absent, expected application/json.'));
});

test('two content types are found', () => {
  expect(check({ 'content-type': ['application/json', 'text/html'] })).toEqual(
    found('The content type is "application/json, text/html", expected application/json.'),
  );
});

test('a charset other than UTF-8 is found', () => {
  expect(check({ 'content-type': 'application/json; q="1;2"; charset="ISO-8859-1"' })).toEqual(
    found('The charset of the content type is "ISO-8859-1", expected utf-8.'),
  );
});

test('a body that is not UTF-8 is found', () => {
  expect(check(json, [0x22, 0xe9, 0x22])).toEqual(found('The body, 3 bytes, is not valid UTF-8.'));
});

test('a byte order mark is found', () => {
  expect(check(json, '\uFEFF{}')).toEqual(found('The body starts with a byte order mark, expected none.'));
});

test('a body that is not JSON is found, by its first character alone', () => {
  expect(check(json, '<html>')).toEqual(found('The body, 6 bytes that start with "<", is not valid JSON.'));
  expect(check(json, '{"a": 1,}')).toEqual(found('The body, 9 bytes that start with "{", is not valid JSON.'));
});

test('an empty body is found', () => {
  expect(check(json, '')).toEqual(found('The body is empty, expected JSON.'));
});

test('JSON that is nested without end is JSON', () => {
  expect(check(json, '['.repeat(100_000) + ']'.repeat(100_000), ['secret-0123'])).toEqual([]);
});

test.each([
  ['as it is', 'secret-0123', '{"errorMessage": "The key secret-0123 is not known."}'],
  ['in the name of a property', 'secret-0123', '{"secret-0123": 1}'],
  ['of 8 characters', 'key-0123', '["key-0123"]'],
  ['as a number', '9876543210', '[9876543210]'],
  ['with quotes and backslashes', 'say "\\"-0123', String.raw`["say \"\\\"-0123"]`],
  ['with code points', 'secret-0123', String.raw`["\u0073ecret\u002D0123"]`],
  ['with a slash', 'secret/0123', String.raw`["secret\/0123"]`],
  ['with a tabulator', 'secret\t0123', String.raw`["secret\t0123"]`],
  ['without the spaces around it', ' secret-0123 ', '["secret-0123"]'],
])('a body that repeats the key %s is found', (_, key, body) => {
  expect(check(json, body, ['other-key-4567', key])).toEqual(
    found('The body repeats an API key that was sent, expected none.'),
  );
});

test('a body that repeats the key and is neither UTF-8 nor JSON is found for both', () => {
  expect(check(json, [0xe9, ...encoder.encode('secret-0123')], ['secret-0123'])).toEqual([
    { rule: '9-json', path: '', sentence: 'The body, 12 bytes, is not valid UTF-8.' },
    { rule: '9-json', path: '', sentence: 'The body repeats an API key that was sent, expected none.' },
  ]);
});

test('a header that repeats the key is found', () => {
  expect(check({ ...json, 'X-Echo': 'key=secret-0123' }, '{}', ['secret-0123'])).toEqual(
    found('The header x-echo repeats an API key that was sent, expected none.'),
  );
});

test('a header that repeats a key with a backslash is found', () => {
  expect(check({ ...json, 'X-Echo': 'secret\\0123' }, '{}', ['secret\\0123'])).toEqual(
    found('The header x-echo repeats an API key that was sent, expected none.'),
  );
});

test('a finding does not repeat the key', () => {
  expect(check({ 'content-type': 'text/plain; key=secret-0123' }, '{}', ['secret-0123'])).toEqual([
    {
      rule: '9-json',
      path: '',
      sentence: 'The content type is "text/plain; key=[API key]", expected application/json.',
    },
    { rule: '9-json', path: '', sentence: 'The header content-type repeats an API key that was sent, expected none.' },
  ]);
});

test('an empty key and keys that stand in an answer by chance are not searched for', () => {
  expect(check(json, '{"unknown": 1}', ['', '   ', '1', 'unknown'])).toEqual([]);
});

test('a key in another case is another key', () => {
  expect(check(json, '["SECRET-0123"]', ['secret-0123'])).toEqual([]);
});

test('a key in the status line is found', () => {
  const answer = { status: 401, reason: 'No key is secret-of-the-test', headers: json, body: encoder.encode('{}') };
  expect(checkJsonResponse(answer, ['secret-of-the-test'])).toEqual(
    found('The status line repeats an API key that was sent, expected none.'),
  );
});
